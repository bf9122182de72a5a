package jp.kiyome.approval.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.kiyome.approval.directory.DirectorySettings;
import jp.kiyome.approval.directory.DirectorySettings.Groups;
import jp.kiyome.approval.directory.DirectorySettings.People;
import jp.kiyome.approval.directory.DirectorySettings.Protection;
import jp.kiyome.approval.directory.DirectorySettings.Server;
import jp.kiyome.approval.person.RoleTable;
import jp.kiyome.approval.secret.Secret;
import jp.kiyome.core.policy.file.PolicyEntry;

/** What the file says of a directory. Stateless. */
final class DirectoryKeys {

    private static final List<String> KEYS = List.of(
            "host", "port", "protection", "trust", "account", "password-file", "people", "groups", "roles", "patience");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private DirectoryKeys() {}

    static Optional<DirectorySettings> read(PolicyEntry entry) {
        Keys keys = new Keys(entry, KEYS);
        Optional<Server> server = server(keys);
        Optional<String> account = keys.neededText("account");
        Optional<Secret> password = RoleKeys.secret(keys, "password-file");
        Optional<People> people = keys.needed("people").flatMap(DirectoryKeys::people);
        Optional<PolicyEntry> below = keys.get("groups");
        Optional<Groups> groups = below.flatMap(DirectoryKeys::groups);
        Optional<RoleTable> roles = keys.needed("roles").flatMap(RoleKeys::table);
        Duration patience = keys.time("patience", PATIENCE, Duration.ofMinutes(1));
        boolean whole = server.isPresent()
                && account.isPresent()
                && password.isPresent()
                && people.isPresent()
                && groups.isPresent() == below.isPresent()
                && roles.isPresent();
        return whole
                ? Optional.of(new DirectorySettings(
                        server.get(), account.get(), password.get(), people.get(), groups, roles.get(), patience))
                : Optional.empty();
    }

    private static Optional<Server> server(Keys keys) {
        Optional<String> host = keys.neededText("host");
        Protection protection =
                switch (keys.word("protection", List.of("ldaps", "start-tls", "none"))) {
                    case "start-tls" -> Protection.START_TLS;
                    case "none" -> Protection.NONE;
                    default -> Protection.LDAPS;
                };
        int port = keys.count("port", protection == Protection.LDAPS ? 636 : 389, 65_535);
        Optional<Path> trust = keys.one("trust", Keys::absolute, SettingFault.NOT_A_PATH);
        if (host.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Server(host.get(), port, protection, trust));
        } catch (IllegalArgumentException e) {
            keys.get("protection").ifPresent(entry -> entry.wrong(SettingFault.IN_THE_CLEAR.text()));
            return Optional.empty();
        }
    }

    private static Optional<People> people(PolicyEntry entry) {
        Keys keys = new Keys(entry, List.of("base", "filter", "full-name", "mail", "group", "member-of"));
        Optional<String> base = keys.neededText("base");
        Optional<String> filter = keys.neededOne("filter", DirectoryKeys::filter, SettingFault.NO_PLACE);
        return base.flatMap(where -> filter.map(form -> new People(
                where,
                form,
                keys.text("full-name").orElse("displayName"),
                keys.text("mail").orElse("mail"),
                keys.text("group"),
                keys.text("member-of"))));
    }

    private static Optional<Groups> groups(PolicyEntry entry) {
        Keys keys = new Keys(entry, List.of("base", "filter"));
        Optional<String> base = keys.neededText("base");
        Optional<String> filter = keys.neededOne("filter", DirectoryKeys::filter, SettingFault.NO_PLACE);
        return base.flatMap(where -> filter.map(form -> new Groups(where, form)));
    }

    private static Optional<String> filter(String text) {
        return text.contains("=" + DirectorySettings.PLACE + ")") ? Optional.of(text) : Optional.empty();
    }
}
