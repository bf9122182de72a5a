package jp.kiyome.core.policy;

import java.util.List;

/**
 * What policy files say in a section that belongs to another module; where it says nothing the layer below holds. Immutable.
 *
 * @param <L> the module's own type, which implements this
 */
public interface SectionLayer<L extends SectionLayer<L>> {

    /** Both layers as one, where this one has the last word. */
    L over(L below);

    /**
     * What differs from what holds without the section, a line each: the same lines, in the same order, for whatever means the
     * same. They go into the policy's hash; none may hold a secret.
     */
    List<String> canonical();
}
