package jp.kiyome.image.svg;

import java.util.Optional;

/**
 * What becomes of names that the document gives itself: ids, classes, results of filters. They show nowhere, so in the end they are
 * numbers, and those that nothing refers to go.
 */
interface Names {

    /** Kinds of names, each with a letter for its numbers. */
    enum Kind {
        ID("i"),
        CLASS("c"),
        RESULT("r");

        final String letter;

        Kind(String letter) {
            this.letter = letter;
        }
    }

    /** A name is given; empty when it goes. */
    Optional<String> given(Kind kind, String name);

    /** Something refers to a name; empty when it cannot be one. */
    Optional<String> referred(Kind kind, String name);
}
