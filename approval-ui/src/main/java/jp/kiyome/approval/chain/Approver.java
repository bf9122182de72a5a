package jp.kiyome.approval.chain;

import java.util.Optional;
import jp.kiyome.approval.person.AccountName;
import jp.kiyome.approval.person.Permission;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.quarantine.item.Group;

/** One whose approval is asked for. Where no group is said, it is the item's. Immutable. */
public sealed interface Approver {

    /** What {@link #written} writes before a name. */
    String PERSON = "person:";

    /** What {@link #written} writes for whoever may decide. */
    String WHOEVER = "whoever";

    /** Whoever may decide on items of a group, but deputies, whose turn it is not by being one. */
    record Whoever(Optional<Group> group) implements Approver {}

    /** Whoever has a role for a group. */
    record Holder(Role role, Optional<Group> group) implements Approver {}

    /** One person, who has to be somebody who may decide. */
    record Named(AccountName name) implements Approver {}

    /** The same for an item of a group. */
    default Approver in(Group item) {
        return switch (this) {
            case Whoever(Optional<Group> group) -> new Whoever(Optional.of(group.orElse(item)));
            case Holder(Role role, Optional<Group> group) -> new Holder(role, Optional.of(group.orElse(item)));
            case Named named -> named;
        };
    }

    /** Whether a person is it. One who may decide nothing never is. */
    default boolean is(Person person) {
        return person.may(Permission.DECIDE)
                && switch (this) {
                    case Whoever(Optional<Group> group) ->
                        person.grants().stream()
                                .anyMatch(grant -> grant.role() != Role.DEPUTY_APPROVER
                                        && grant.role().permissions().contains(Permission.DECIDE)
                                        && grant.covers(group.orElse(Group.WHOLE)));
                    case Holder(Role role, Optional<Group> group) ->
                        person.grants().stream()
                                .anyMatch(grant -> grant.role() == role && grant.covers(group.orElse(Group.WHOLE)));
                    case Named(AccountName name) -> person.name().equals(name);
                };
    }

    /** Who stands in once a deadline has passed: of a person, the deputies of the item's group. */
    default Approver deputies(Group item) {
        Group group =
                switch (this) {
                    case Whoever(Optional<Group> of) -> of.orElse(item);
                    case Holder(Role _, Optional<Group> of) -> of.orElse(item);
                    case Named _ -> item;
                };
        return new Holder(Role.DEPUTY_APPROVER, Optional.of(group));
    }

    /** How narrowly it says who: of two that somebody is, the narrower is meant. */
    default int width() {
        return switch (this) {
            case Named _ -> 0;
            case Holder _ -> 1;
            case Whoever _ -> 2;
        };
    }

    /** For example {@code approver@総務課}, {@code whoever}, {@code person:tanaka}; no comma and no line end. */
    default String written() {
        return switch (this) {
            case Whoever(Optional<Group> group) -> WHOEVER + at(group);
            case Holder(Role role, Optional<Group> group) -> role.word() + at(group);
            case Named(AccountName name) -> PERSON + name;
        };
    }

    private static String at(Optional<Group> group) {
        return group.map(one -> "@" + one).orElse("");
    }

    /** What {@link #written} writes, or somebody typed; empty for anything else, and for a role that may not decide. */
    static Optional<Approver> read(String text) {
        if (text.startsWith(PERSON)) {
            return AccountName.typed(text.substring(PERSON.length())).map(Named::new);
        }
        int at = text.indexOf('@');
        String word = at < 0 ? text : text.substring(0, at);
        try {
            Optional<Group> group = at < 0 ? Optional.empty() : Optional.of(new Group(text.substring(at + 1)));
            if (word.equals(WHOEVER)) {
                return Optional.of(new Whoever(group));
            }
            return Role.ofWord(word)
                    .filter(role -> role.permissions().contains(Permission.DECIDE))
                    .map(role -> new Holder(role, group));
        } catch (IllegalArgumentException notAGroup) {
            return Optional.empty();
        }
    }
}
