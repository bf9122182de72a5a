package jp.kiyome.quarantine.retro;

import java.util.Set;
import jp.kiyome.quarantine.item.Group;

/** Whose items are meant. */
public sealed interface Whose {

    /** Those of one group. */
    record OfGroup(Group group) implements Whose {}

    /** Those of all others, and of none. */
    record AllBut(Set<Group> groups) implements Whose {

        public AllBut {
            groups = Set.copyOf(groups);
        }
    }
}
