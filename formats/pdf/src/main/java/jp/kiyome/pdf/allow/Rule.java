package jp.kiyome.pdf.allow;

import java.util.List;
import java.util.Set;

/** What may stand as a value. Immutable; threads may share it. */
public sealed interface Rule {

    /** A value that leads nowhere. */
    sealed interface Leaf extends Rule {}

    /** One of these names; any where none is listed. */
    record OneName(Set<String> names) implements Leaf {}

    record Truth() implements Leaf {}

    /** A whole number between two. */
    record Whole(long least, long most) implements Leaf {}

    record Numeric() implements Leaf {}

    /** An array of numbers. {@code count} says how many; negative for any. */
    record Numbers(int count) implements Leaf {}

    /** A text string (ISO 32000-2, 7.9.2.2). */
    record Text() implements Leaf {}

    /** Bytes. */
    record Bytes() implements Leaf {}

    /** 7.9.4. */
    record Date() implements Leaf {}

    /**
     * A dictionary of a shape.
     *
     * @param key whose value chooses among the shapes {@code shape/value}; empty where there is one
     * @param otherwise the value meant where the key is not there
     * @param tree whether this is an edge of a tree, along which an object may be reached once
     */
    record Shaped(String shape, String key, String otherwise, boolean tree) implements Rule {}

    /** An array. */
    record ListOf(Rule item, String text) implements Rule {}

    /** A dictionary whose keys are names of the file's own. */
    record MapOf(Rule value, String text) implements Rule {}

    /** The first that fits. */
    record FirstOf(List<Rule> rules) implements Rule {}

    /** A rule in code. */
    record Coded(String kind) implements Rule {}
}
