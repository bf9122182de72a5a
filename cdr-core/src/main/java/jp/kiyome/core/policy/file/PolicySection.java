package jp.kiyome.core.policy.file;

import java.util.Collection;
import jp.kiyome.core.policy.PolicyLayer;
import jp.kiyome.core.policy.SectionLayer;

/**
 * A section of the policy file that another module gives a meaning. It goes through the same levels as every other, and into the
 * policy's hash.
 *
 * @param <L> what it says, in one file or in several
 */
public interface PolicySection<L extends SectionLayer<L>> {

    /** Its key in the file. */
    String name();

    /** What it says is of this type. */
    Class<L> type();

    /** The keys that may stand in it. */
    Collection<String> keys();

    /** What holds where no file has such a section: nothing is said. */
    L absent();

    /**
     * Reads it. Every fault is told to the entry it stands in; what is returned beside a fault is not used.
     */
    L read(PolicyEntry section);

    /** What a policy says in it. */
    default L in(PolicyLayer layer) {
        return layer.section(name(), type()).orElseGet(this::absent);
    }
}
