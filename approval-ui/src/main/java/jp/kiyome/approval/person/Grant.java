package jp.kiyome.approval.person;

import jp.kiyome.quarantine.item.Group;

/**
 * A role that somebody has.
 *
 * @param group whose items it is about; {@link Group#WHOLE} for all of the organisation
 */
public record Grant(Role role, Group group) {

    public static Grant everywhere(Role role) {
        return new Grant(role, Group.WHOLE);
    }

    /** Whether it is about the items of a group. */
    public boolean covers(Group of) {
        return group.equals(Group.WHOLE) || group.equals(of);
    }
}
