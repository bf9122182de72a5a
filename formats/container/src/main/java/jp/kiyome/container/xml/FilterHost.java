package jp.kiyome.container.xml;

import java.util.List;
import jp.kiyome.core.finding.Action;

/**
 * What the format adds to the allow-list while one document is filtered: where findings go, what its own value rules mean,
 * and the elements it wants to see. Not thread-safe: one document, one thread.
 */
public interface FilterHost {

    /**
     * Takes a finding.
     *
     * @param place element or attribute, as in the allow-lists
     * @param detail what stood there; may be empty
     */
    void found(String code, Action action, String place, String detail);

    /**
     * Judges a value by one of the format's own rules. May replace the value.
     *
     * @param element the element that has the value, as an attribute or as its text
     * @return {@link #ACCEPTED}, or the code of the finding that refuses it
     */
    String judge(String rule, List<String> arguments, Utf8 value, XmlName element);

    /** The hook for elements of a type; {@link ElementHook#none} for most. */
    ElementHook hook(ElementType type);

    /** A place to which {@link #rollBack} may return, when an element turns out not to stay. */
    default int checkpoint() {
        return 0;
    }

    /** Forgets what was judged since the checkpoint: none of it is in the output. */
    default void rollBack(int checkpoint) {}

    /** What {@link #judge} says of a value that may stay. */
    String ACCEPTED = "";
}
