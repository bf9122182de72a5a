package jp.kiyome.approval.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.kiyome.approval.openid.ProviderSettings;
import jp.kiyome.approval.openid.ProviderSettings.Claims;
import jp.kiyome.approval.person.RoleTable;
import jp.kiyome.approval.secret.Secret;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.file.PolicyEntry;

/** What the file says of a provider. Stateless. */
final class ProviderKeys {

    private static final List<String> KEYS = List.of("issuer", "client", "secret-file", "claims", "roles", "patience");
    private static final List<String> CLAIMS =
            List.of("account", "account-end", "full-name", "mail", "group", "groups");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private ProviderKeys() {}

    static Optional<ProviderSettings> read(PolicyEntry entry) {
        Keys keys = new Keys(entry, KEYS);
        Optional<PolicyEntry> issuer = keys.needed("issuer");
        Optional<String> address = issuer.flatMap(PolicyEntry::word);
        Optional<String> client = keys.neededText("client");
        Optional<Secret> secret = RoleKeys.secret(keys, "secret-file");
        Claims claims = keys.get("claims")
                .map(ProviderKeys::claims)
                .orElseGet(() ->
                        new Claims("preferred_username", "", "name", "email", Optional.empty(), Optional.of("groups")));
        Optional<RoleTable> roles = keys.needed("roles").flatMap(RoleKeys::table);
        Duration patience = keys.time("patience", PATIENCE, Duration.ofMinutes(1));
        if (address.isEmpty() || client.isEmpty() || secret.isEmpty() || roles.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ProviderSettings(
                    URI.create(address.get()), client.get(), secret.get(), claims, roles.get(), patience));
        } catch (IllegalArgumentException e) {
            issuer.orElseThrow().wrong(SettingFault.NOT_AN_ISSUER.text(Untrusted.of(address.get())));
            return Optional.empty();
        }
    }

    private static Claims claims(PolicyEntry entry) {
        Keys keys = new Keys(entry, CLAIMS);
        return new Claims(
                keys.text("account").orElse("preferred_username"),
                keys.text("account-end").orElse(""),
                keys.text("full-name").orElse("name"),
                keys.text("mail").orElse("email"),
                keys.text("group"),
                keys.text("groups"));
    }
}
