package jp.kiyome.app.command;

import java.util.List;

/**
 * Something that can be said with a name on the command line.
 *
 * @param names the long one first, each with its dashes
 * @param takes how often it may stand, and whether a value follows
 */
record Option(List<String> names, Takes takes) {

    /** What follows an option. */
    enum Takes {
        NOTHING,
        ONE_VALUE,
        VALUES
    }

    static Option flag(String... names) {
        return new Option(List.of(names), Takes.NOTHING);
    }

    static Option one(String... names) {
        return new Option(List.of(names), Takes.ONE_VALUE);
    }

    static Option many(String... names) {
        return new Option(List.of(names), Takes.VALUES);
    }

    String name() {
        return names.getFirst();
    }
}
