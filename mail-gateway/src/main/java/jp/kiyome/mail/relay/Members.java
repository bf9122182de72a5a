package jp.kiyome.mail.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kiyome.mail.address.AddressFile;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.settings.GroupSettings;
import jp.kiyome.mail.settings.OrganisationSettings;

/** Which part of an organisation somebody belongs to. Threads share it. */
final class Members {

    private final OrganisationSettings whole;
    private final List<Listed> groups = new ArrayList<>();

    private record Listed(GroupSettings group, Optional<AddressFile> file) {

        boolean has(Mailbox mailbox) {
            return group.members().contains(mailbox)
                    || file.map(one ->
                                    one.now().orElseThrow(() -> new IllegalStateException("cannot read " + one.path())))
                            .filter(set -> set.contains(mailbox))
                            .isPresent();
        }
    }

    /** @param complaints told why a new version of a list of members is not taken */
    Members(OrganisationSettings whole, Consumer<String> complaints) {
        this.whole = whole;
        for (GroupSettings group : whole.groups()) {
            groups.add(new Listed(group, group.memberFile().map(path -> new AddressFile(path, complaints))));
        }
    }

    /** The first group that has the mailbox, or the organisation. */
    OrganisationSettings of(Mailbox mailbox) {
        return groups.stream()
                .filter(listed -> listed.has(mailbox))
                .findFirst()
                .map(listed -> listed.group().settings())
                .orElse(whole);
    }
}
