package jp.kiyome.core.engine;

import java.util.Optional;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.text.Excerpt;

/** How a file ended. Only {@link Rebuilt} carries bytes, and only a rebuilder's. */
public sealed interface Outcome {

    Report report();

    /**
     * How a file ended that has no output.
     *
     * @param report of any verdict but REBUILT
     */
    static Outcome without(Report report) {
        return switch (report.verdict()) {
            case REBUILT -> throw new IllegalArgumentException("a rebuilt file has an output");
            case BLOCKED -> new Blocked(report);
            case LOCKED -> new Locked(report);
            case FAILED -> new Failed(report);
        };
    }

    /**
     * Taken apart and built anew.
     *
     * @param content valid until the workspace is closed
     * @param excerpt what it says, where the job asked for it and its handler can tell
     */
    record Rebuilt(Report report, Cleaned content, Optional<Excerpt> excerpt) implements Outcome {

        /** Of which nobody has asked what it says. */
        public Rebuilt(Report report, Cleaned content) {
            this(report, content, Optional.empty());
        }
    }

    /** Refused, for the reason in the report. */
    record Blocked(Report report) implements Outcome {}

    /** Needs a password that was not at hand. */
    record Locked(Report report) implements Outcome {}

    /** Something went wrong; treated as blocked. */
    record Failed(Report report) implements Outcome {}
}
