package jp.kiyome.core.report;

import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;

/**
 * How a file ended that did not come out, and why.
 *
 * @param verdict any but {@link Verdict#REBUILT}
 */
public record Ending(Verdict verdict, Finding reason) {

    public Ending {
        if (verdict == Verdict.REBUILT) {
            throw new IllegalArgumentException("a rebuilt file comes out");
        }
    }

    /** What it means when the work on a file ends with something thrown. */
    public static Ending of(Throwable thrown) {
        if (thrown instanceof PasswordNeeded) {
            String which = thrown.getMessage() == null ? "" : thrown.getMessage();
            return new Ending(Verdict.LOCKED, Finding.of("file.locked", Action.BLOCKED, Location.wholeFile(), which));
        }
        if (thrown instanceof Refusal refusal) {
            return new Ending(Verdict.BLOCKED, refusal.finding());
        }
        return new Ending(Verdict.FAILED, because("file.failed", thrown));
    }

    private static Finding because(String code, Throwable cause) {
        String why = cause.getClass().getSimpleName() + (cause.getMessage() == null ? "" : ": " + cause.getMessage());
        return Finding.of(code, Action.BLOCKED, Location.wholeFile(), why);
    }
}
