package jp.kiyome.approval.signin;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.approval.access.Side;
import jp.kiyome.approval.account.Account;
import jp.kiyome.approval.account.Origin;
import jp.kiyome.approval.account.OutsideAccounts;
import jp.kiyome.approval.account.SignIn;
import jp.kiyome.approval.openid.OpenIdProvider;
import jp.kiyome.approval.openid.ProviderAnswer;
import jp.kiyome.approval.openid.Returned;
import jp.kiyome.quarantine.item.Organisation;

/** Signing in by way of an organisation's OpenID provider. Threads share it. */
public final class ProviderSignIn {

    private final OutsideAccounts outside;
    private final Map<Organisation, OpenIdProvider> providers;
    private final Map<Side, URI> origins;

    /** @param origins how browsers call each door; at one that is not here nobody can come back */
    public ProviderSignIn(
            OutsideAccounts outside, Map<Organisation, OpenIdProvider> providers, Map<Side, URI> origins) {
        this.outside = outside;
        this.providers = Map.copyOf(providers);
        this.origins = Map.copyOf(origins);
    }

    /**
     * Somebody who is let in, or to the next step.
     *
     * @param to the page that they came for
     */
    public record Arrival(Account account, String to) {}

    /** Whether people of an organisation may come this way at a door. */
    public boolean isAt(Organisation organisation, Side side) {
        return providers.containsKey(organisation) && origins.containsKey(side);
    }

    /** Where to send them; empty when there is no way, or it cannot be asked. */
    public Optional<OpenIdProvider.Begun> begin(Organisation organisation, Side side, String to) {
        return isAt(organisation, side)
                ? provider(organisation).flatMap(one -> one.begin(back(organisation, side), to))
                : Optional.empty();
    }

    /** Takes them back, at the door where they began. Why somebody is refused stands in the trail alone. */
    public Optional<Arrival> finish(Organisation organisation, Side side, Returned returned) {
        if (!isAt(organisation, side)) {
            return Optional.empty();
        }
        return switch (provider(organisation).orElseThrow().finish(returned, back(organisation, side))) {
            case ProviderAnswer.Refused refused -> {
                outside.recordStranger(organisation, refused.why());
                yield Optional.empty();
            }
            case ProviderAnswer.Right right ->
                switch (outside.admit(Origin.PROVIDER, right.subject(), right.person())) {
                    case SignIn.Welcome welcome -> Optional.of(new Arrival(welcome.account(), right.to()));
                    case SignIn.Refused _ -> Optional.empty();
                };
        };
    }

    private Optional<OpenIdProvider> provider(Organisation organisation) {
        return Optional.ofNullable(providers.get(organisation));
    }

    /** Of this organisation alone: whoever comes back there began there (RFC 9700, 4.4.2). */
    private URI back(Organisation organisation, Side side) {
        return URI.create(origins.get(side) + "/sign-in/openid/" + organisation + "/back");
    }
}
