package jp.kiyome.approval.person;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.Organisation;

/**
 * Somebody who has an account.
 *
 * @param fullName as colleagues write it
 * @param mail the address that mail comes to; may be empty
 * @param group whose member it is; files that are handed in belong to it
 */
public record Person(
        Organisation organisation, AccountName name, Untrusted fullName, String mail, Group group, List<Grant> grants) {

    public Person {
        grants = List.copyOf(grants);
    }

    /** As the trail names it. */
    public Actor actor() {
        return Actor.person(name.value());
    }

    public boolean may(Permission permission) {
        return grants.stream().anyMatch(grant -> grant.role().permissions().contains(permission));
    }

    /** Whether it may do so with the items of a group. */
    public boolean may(Permission permission, Group with) {
        return grants.stream()
                .anyMatch(grant ->
                        grant.covers(with) && grant.role().permissions().contains(permission));
    }

    /** Everything that it may do somewhere. */
    public Set<Permission> permissions() {
        Set<Permission> all = new TreeSet<>();
        grants.forEach(grant -> all.addAll(grant.role().permissions()));
        return all;
    }

    /** Whether an item is its own: a file that it handed in, or a mail whose recipient it is. */
    public boolean owns(Item item) {
        if (!item.organisation().equals(organisation)) {
            return false;
        }
        return switch (item.arrival().kind()) {
            case FILE -> item.arrival().sender().unescaped().equals(name.value());
            case MAIL -> !mail.isEmpty() && item.arrival().recipients().stream().anyMatch(this::isMine);
        };
    }

    private boolean isMine(Untrusted address) {
        return address.unescaped().toLowerCase(Locale.ROOT).equals(mail.toLowerCase(Locale.ROOT));
    }

    /** What its own items of a kind are found by. */
    public String addressFor(Kind kind) {
        return switch (kind) {
            case FILE -> name.value();
            case MAIL -> mail;
        };
    }
}
