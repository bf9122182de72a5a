package jp.kiyome.mail.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.file.PolicyEntry;
import jp.kiyome.mail.address.AddressSet;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.quarantine.item.Group;

/** What the file says of the groups of an organisation. Stateless. */
final class GroupKeys {

    private static final List<String> KEYS = keys();
    /** As the store knows groups, without blanks and slashes: it is a step of a path. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]{1,64}");

    private GroupKeys() {}

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("members", "members-file", "policy"));
        keys.addAll(UnitKeys.KEYS);
        return List.copyOf(keys);
    }

    /** In the order of the file: whoever is in two is in the first. */
    static List<GroupSettings> read(PolicyEntry entry, OrganisationSettings whole) {
        List<GroupSettings> groups = new ArrayList<>();
        entry.entries().forEach((name, below) -> {
            if (NAME.matcher(name).matches()) {
                groups.add(group(name, below, whole));
            } else {
                below.wrong(SettingsFault.NOT_A_GROUP.text(Untrusted.of(name)));
            }
        });
        return groups;
    }

    private static GroupSettings group(String name, PolicyEntry entry, OrganisationSettings whole) {
        Keys keys = new Keys(entry, KEYS);
        AddressSet.Gathering members = new AddressSet.Gathering();
        keys.all("members", Mailbox::read, SettingsFault.NOT_A_MAILBOX).forEach(one -> members.add(one.toString()));
        if (keys.get("members").isEmpty() && keys.get("members-file").isEmpty()) {
            entry.wrong(SettingsFault.MISSING.text("members, members-file"));
        }
        Unit unit = new Unit(
                new Group(name),
                keys.one("policy", Keys::absolute, SettingsFault.NOT_A_PATH),
                keys.get("concurrency").isPresent());
        return new GroupSettings(
                UnitKeys.over(keys, whole.as(unit)),
                members.end(),
                keys.one("members-file", Keys::absolute, SettingsFault.NOT_A_PATH));
    }
}
