package jp.kiyome.cad.jww;

import java.util.List;

/** A line of the table of fields. */
sealed interface Node {

    /** How a value stands in the file. */
    enum Type {
        U8,
        U16,
        U32,
        F64,
        TEXT
    }

    /** What a value may be; {@code layout.allow} says it in words. */
    enum Rule {
        ANY,
        UPTO,
        WITHIN,
        GONE,
        TRUE,
        NAME,
        FONT,
        CONTENT,
        MEMO
    }

    /**
     * One value.
     *
     * @param bound of the rules that have one
     * @param code the finding of {@link Rule#GONE}; empty elsewhere
     */
    record Field(String name, Type type, Rule rule, long bound, String code) implements Node {}

    /** The same lines several times. */
    record Repeat(int times, List<Node> body) implements Node {}

    /** Lines of some versions: from {@code from} on, and before {@code before}. */
    record Versions(int from, int before, List<Node> body) implements Node {}

    /** Lines of records whose field has a value. */
    record When(String field, long value, List<Node> body) implements Node {}

    /** Another structure in this place. */
    record Part(String structure) implements Node {}
}
