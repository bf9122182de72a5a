package jp.kiyome.approval.settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.approval.person.Grant;
import jp.kiyome.approval.person.Role;
import jp.kiyome.approval.person.RoleTable;
import jp.kiyome.approval.secret.Secret;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.file.PolicyEntry;
import jp.kiyome.quarantine.item.Group;

/** What the file says alike of directories and providers: roles and secrets. Stateless. */
final class RoleKeys {

    private RoleKeys() {}

    static Optional<RoleTable> table(PolicyEntry entry) {
        List<RoleTable.Row> rows = new ArrayList<>();
        for (PolicyEntry item : entry.items()) {
            Keys keys = new Keys(item, List.of("group", "role", "of"));
            Optional<String> group = keys.neededText("group");
            Optional<Role> role = keys.neededOne("role", Role::ofWord, SettingFault.NOT_A_ROLE);
            Group of = keys.one("of", RoleKeys::group, SettingFault.NOT_A_GROUP).orElse(Group.WHOLE);
            group.flatMap(name -> role.map(one -> new RoleTable.Row(name, new Grant(one, of))))
                    .ifPresent(rows::add);
        }
        if (rows.isEmpty()) {
            entry.wrong(SettingFault.NO_ROLES.text());
            return Optional.empty();
        }
        return Optional.of(new RoleTable(rows));
    }

    static Optional<Group> group(String text) {
        try {
            return Optional.of(new Group(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<Secret> secret(Keys keys, String name) {
        Optional<PolicyEntry> entry = keys.needed(name);
        Optional<Path> path = entry.flatMap(one -> Keys.read(one, Keys::absolute, SettingFault.NOT_A_PATH));
        try {
            return path.isEmpty() ? Optional.empty() : Optional.of(Secret.read(path.get()));
        } catch (IOException | UnsupportedOperationException e) {
            entry.orElseThrow()
                    .wrong(SettingFault.SECRET_UNREADABLE.text(
                            Untrusted.of(path.get().toString())));
            return Optional.empty();
        }
    }
}
