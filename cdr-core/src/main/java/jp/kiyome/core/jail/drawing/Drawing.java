package jp.kiyome.core.jail.drawing;

import java.util.Set;
import jp.kiyome.core.jail.sandbox.Missing;

/** How drawing the pages of a document ended. */
public sealed interface Drawing {

    /**
     * Pages were handed over.
     *
     * @param pages how many
     * @param end why there are no more
     */
    record Drawn(int pages, End end) implements Drawing {}

    /** Why no page follows. */
    enum End {
        /** It was the last. */
        LAST,
        /** No more are drawn. */
        ENOUGH,
        /** The next could not be drawn. */
        BROKEN,
        /** The time was over. */
        LATE
    }

    /** Nothing draws documents of this type. */
    record NoWay() implements Drawing {}

    /** What draws documents of this type is not installed. */
    record NoProgram(Set<DrawingProgram> programs) implements Drawing {

        public NoProgram {
            programs = Set.copyOf(programs);
        }
    }

    /** There is no jail to draw in, so nothing is drawn. */
    record NoJail(Missing piece) implements Drawing {}

    /** The document has more bytes than are drawn. */
    record TooLarge() implements Drawing {}

    /** The time was over before the first page. */
    record TooLong() implements Drawing {}

    /** The program made nothing of it: it is damaged, or locked, or meant ill. */
    record Undrawable() implements Drawing {}

    /** Too many documents wait; another time. */
    record Busy() implements Drawing {}
}
