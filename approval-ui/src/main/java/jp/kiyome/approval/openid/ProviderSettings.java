package jp.kiyome.approval.openid;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import jp.kiyome.approval.person.RoleTable;
import jp.kiyome.approval.secret.Secret;

/**
 * An organisation's OpenID provider.
 *
 * @param issuer exactly as its tokens name it
 * @param client our name there
 * @param patience for one answer
 */
public record ProviderSettings(
        URI issuer, String client, Secret secret, Claims claims, RoleTable roles, Duration patience) {

    public ProviderSettings {
        if (!Protected.is(issuer) || issuer.getQuery() != null) {
            throw new IllegalArgumentException("not an issuer (https): " + issuer);
        }
    }

    /**
     * Which claims of a token tell what.
     *
     * @param account names the account
     * @param accountEnd what the account's name has behind it in the claim, for example {@code @city.example}; without it nobody is
     *     let in. Empty for nothing
     * @param group names the part of the organisation; empty where none does
     * @param groups names the groups that have roles; empty where none does
     */
    public record Claims(
            String account,
            String accountEnd,
            String fullName,
            String mail,
            Optional<String> group,
            Optional<String> groups) {}
}
