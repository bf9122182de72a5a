package jp.kiyome.approval.person;

import static jp.kiyome.approval.person.Permission.ASK;
import static jp.kiyome.approval.person.Permission.DECIDE;
import static jp.kiyome.approval.person.Permission.GOVERN;
import static jp.kiyome.approval.person.Permission.OPERATE;
import static jp.kiyome.approval.person.Permission.OVERSEE;
import static jp.kiyome.approval.person.Permission.READ_TRAIL;
import static jp.kiyome.approval.person.Permission.RECEIVE_ORIGINALS;
import static jp.kiyome.approval.person.Permission.TAKE_IN;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What people are, as sets of permissions. Somebody may be several. */
public enum Role {
    CLERK(TAKE_IN, ASK),
    APPROVER(DECIDE),
    DEPUTY_APPROVER(DECIDE),
    QUARANTINE_OFFICER(OVERSEE, DECIDE),
    POLICY_ADMINISTRATOR(GOVERN),
    AUDITOR(READ_TRAIL),
    SYSTEM_ADMINISTRATOR(OPERATE),
    /** Given beside another role: originals are nobody's by being a clerk. */
    ORIGINAL_RECEIVER(RECEIVE_ORIGINALS);

    /** Never changed: the set of an enum's constant is its own. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** Its name on the command line and in the tables of texts: {@code deputy-approver}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> ofWord(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
