package jp.kiyome.approval.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.Resource;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Checks tokens of one provider: the signature by the keys that it publishes, then every claim that OpenID Connect Core 1.0, 3.1.3.7
 * names, by rules of our own. Threads share it.
 */
final class IdTokens {

    /** Signatures with a key pair: with one of these nobody who knows what is public can make a token. */
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);

    /** Clocks differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);
    /** Tokens come straight from the provider. */
    private static final Duration OLDEST = Duration.ofMinutes(10);

    private static final int MOST_SUBJECT = 255;

    private final ProviderSettings settings;
    private final InstantSource clock;
    private final DefaultJWTProcessor<SecurityContext> signatures = new DefaultJWTProcessor<>();

    IdTokens(ProviderSettings settings, URI keys, Fetching fetching, InstantSource clock) throws ProviderTrouble {
        this.settings = settings;
        this.clock = clock;
        signatures.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, source(keys, fetching)));
        // Ours follow: that one knows the machine's clock alone.
        signatures.setJWTClaimsSetVerifier((claims, context) -> {});
    }

    private static JWKSource<SecurityContext> source(URI keys, Fetching fetching) throws ProviderTrouble {
        try {
            return JWKSourceBuilder.<SecurityContext>create(keys.toURL(), address -> {
                        try {
                            return new Resource(fetching.get(keys), "application/json");
                        } catch (ProviderTrouble e) {
                            throw new IOException(e.getMessage(), e);
                        }
                    })
                    .refreshAheadCache(false)
                    .build();
        } catch (MalformedURLException e) {
            throw new ProviderTrouble("its keys have no address", e);
        }
    }

    /**
     * The claims of a token that is for us, of this attempt.
     *
     * @throws ProviderTrouble for any other
     */
    JWTClaimsSet check(String token, String nonce) throws ProviderTrouble {
        JWTClaimsSet claims;
        try {
            claims = signatures.process(token, null);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new ProviderTrouble("a token that is not signed as it must be", e);
        }
        insist(settings.issuer().toString().equals(claims.getIssuer()), "a token of another issuer");
        insist(List.of(settings.client()).equals(claims.getAudience()), "a token for somebody else");
        Object party = claims.getClaim("azp");
        insist(party == null || settings.client().equals(party), "a token that another party asked for");
        insist(nonce.equals(claims.getClaim("nonce")), "a token of another attempt");
        String subject = claims.getSubject();
        insist(subject != null && subject.matches("[!-~ ]{1," + MOST_SUBJECT + "}"), "a token about nobody");
        insistTimes(claims);
        return claims;
    }

    private void insistTimes(JWTClaimsSet claims) throws ProviderTrouble {
        Instant now = clock.instant();
        Optional<Instant> end = instant(claims.getExpirationTime());
        insist(end.filter(time -> time.plus(SKEW).isAfter(now)).isPresent(), "a token that is over");
        Optional<Instant> made = instant(claims.getIssueTime());
        insist(
                made.filter(time -> !time.isAfter(now.plus(SKEW))
                                && time.plus(OLDEST).isAfter(now))
                        .isPresent(),
                "a token of another time");
        Optional<Instant> from = instant(claims.getNotBeforeTime());
        insist(from.filter(time -> time.isAfter(now.plus(SKEW))).isEmpty(), "a token that does not hold yet");
    }

    private static Optional<Instant> instant(Date time) {
        return Optional.ofNullable(time).map(Date::toInstant);
    }

    private static void insist(boolean holds, String else_) throws ProviderTrouble {
        if (!holds) {
            throw new ProviderTrouble(else_);
        }
    }
}
