package jp.kiyome.core.engine;

import jp.kiyome.core.report.Report;

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

    /** Taken apart and built anew; {@code content} is valid until the workspace is closed. */
    record Rebuilt(Report report, Cleaned content) implements Outcome {}

    /** Refused, for the reason in the report. */
    record Blocked(Report report) implements Outcome {}

    /** Needs a password that was not at hand. */
    record Locked(Report report) implements Outcome {}

    /** Something went wrong; treated as blocked. */
    record Failed(Report report) implements Outcome {}
}
