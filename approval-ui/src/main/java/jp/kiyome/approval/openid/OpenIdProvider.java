package jp.kiyome.approval.openid;

import com.nimbusds.jwt.JWTClaimsSet;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Told;
import jp.kiyome.quarantine.item.Organisation;

/**
 * The provider of one organisation. Somebody is sent there with a state, a nonce and a challenge of their own, and comes back with a
 * code once, in the same browser; what the code is changed for is believed when it is signed, for us, and of this attempt. A way that
 * began with another organisation's provider ends nowhere here (mix-up, RFC 9700, 4.4). Threads share it.
 */
public final class OpenIdProvider {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    private static final int MOST_CODE = 4096;

    private final Organisation organisation;
    private final ProviderSettings settings;
    private final InstantSource clock;
    private final Fetching fetching;
    private final PendingSignIns pending;
    private final AtomicReference<Optional<Known>> known = new AtomicReference<>(Optional.empty());

    private record Known(Endpoints endpoints, IdTokens tokens, Instant until) {}

    public OpenIdProvider(Organisation organisation, ProviderSettings settings, InstantSource clock) {
        this.organisation = organisation;
        this.settings = settings;
        this.clock = clock;
        this.fetching = new Fetching(settings.patience());
        this.pending = new PendingSignIns(clock);
    }

    /**
     * Where to send somebody.
     *
     * @param binding for a cookie of their browser
     */
    public record Begun(URI at, String binding) {

        /** No secrets in a log. */
        @Override
        public String toString() {
            return "Begun[]";
        }
    }

    /**
     * Begins.
     *
     * @param back where they are to be sent with a code
     * @param to the page that they came for
     * @return empty when the provider cannot be asked
     */
    public Optional<Begun> begin(URI back, String to) {
        try {
            URI at = known().endpoints().authorization();
            String state = chance();
            Pending one = new Pending(chance(), chance(), chance(), back, to, clock.instant());
            pending.add(state, one);
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("response_type", "code");
            fields.put("client_id", settings.client());
            fields.put("redirect_uri", back.toString());
            fields.put("scope", "openid profile email");
            fields.put("state", state);
            fields.put("nonce", one.nonce());
            fields.put("code_challenge", challenge(one.verifier()));
            fields.put("code_challenge_method", "S256");
            String sign = at.getRawQuery() == null ? "?" : "&";
            return Optional.of(new Begun(URI.create(at + sign + form(fields)), one.binding()));
        } catch (ProviderTrouble e) {
            return Optional.empty();
        }
    }

    /** Takes somebody back. The state is used up, whatever comes of it. */
    public ProviderAnswer finish(Returned returned, URI back) {
        Optional<Pending> began = pending.take(returned.state());
        if (began.isEmpty() || !began.get().back().equals(back) || !isSame(began.get(), returned)) {
            return new ProviderAnswer.Refused("nobody was sent");
        }
        if (returned.code().filter(code -> code.length() <= MOST_CODE).isEmpty()) {
            return new ProviderAnswer.Refused("sent back without a code");
        }
        try {
            Known now = known();
            boolean named = returned.issuer().isPresent() || now.endpoints().namesItself();
            if (named && !returned.issuer().equals(Optional.of(settings.issuer().toString()))) {
                return new ProviderAnswer.Refused("sent back by another issuer");
            }
            String token = exchange(now.endpoints(), returned.code().get(), began.get());
            return believed(
                    now.tokens().check(token, began.get().nonce()), began.get().to());
        } catch (ProviderTrouble e) {
            return new ProviderAnswer.Refused(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isSame(Pending began, Returned returned) {
        return MessageDigest.isEqual(
                began.binding().getBytes(StandardCharsets.UTF_8),
                returned.binding().getBytes(StandardCharsets.UTF_8));
    }

    private Known known() throws ProviderTrouble {
        Optional<Known> before = known.get();
        if (before.isPresent() && before.get().until().isAfter(clock.instant())) {
            return before.get();
        }
        String place = settings.issuer().toString().replaceAll("/$", "") + "/.well-known/openid-configuration";
        Endpoints endpoints = Endpoints.read(settings.issuer(), Fetching.object(fetching.get(URI.create(place))));
        Known now = new Known(
                endpoints,
                new IdTokens(settings, endpoints.keys(), fetching, clock),
                clock.instant().plus(KNOWN_FOR));
        known.set(Optional.of(now));
        return now;
    }

    /** A code for a token (RFC 6749, 4.1.3), with our secret (2.3.1) and the verifier. */
    private String exchange(Endpoints endpoints, String code, Pending began) throws ProviderTrouble {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", began.back().toString());
        fields.put("code_verifier", began.verifier());
        String login =
                encoded(settings.client()) + ":" + encoded(settings.secret().value());
        String basic = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        Map<String, Object> answer = Fetching.object(fetching.post(endpoints.token(), basic, form(fields)));
        if (answer.get("id_token") instanceof String token) {
            return token;
        }
        throw new ProviderTrouble("it gives no token");
    }

    private ProviderAnswer believed(JWTClaimsSet claims, String to) {
        ProviderSettings.Claims names = settings.claims();
        Optional<AccountName> name = text(claims, names.account())
                .filter(text -> text.endsWith(names.accountEnd()))
                .map(text ->
                        text.substring(0, text.length() - names.accountEnd().length()))
                .flatMap(AccountName::typed);
        if (name.isEmpty()) {
            return new ProviderAnswer.Refused("a token that names no account");
        }
        List<String> groups = names.groups().map(claim -> texts(claims, claim)).orElse(List.of());
        List<Grant> grants = settings.roles().grants(groups::contains);
        if (grants.isEmpty()) {
            return new ProviderAnswer.Refused("no role: " + name.get());
        }
        Person person = new Person(
                organisation,
                name.get(),
                Told.fullName(text(claims, names.fullName()), name.get()),
                // One that the provider has not checked anybody could have written.
                Boolean.FALSE.equals(claims.getClaim("email_verified")) ? "" : Told.mail(text(claims, names.mail())),
                Told.group(names.group().flatMap(claim -> text(claims, claim))),
                grants);
        return new ProviderAnswer.Right(person, settings.issuer() + " " + claims.getSubject(), to);
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static List<String> texts(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof List<?> all
                ? all.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    /** 256 bits, as a verifier may be written (RFC 7636, 4.1). */
    private static String chance() {
        byte[] bytes = new byte[32];
        CHANCE.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
