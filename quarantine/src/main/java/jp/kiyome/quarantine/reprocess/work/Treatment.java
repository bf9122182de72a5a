package jp.kiyome.quarantine.reprocess.work;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.report.Report;

/**
 * How items are processed again.
 *
 * @param sanitizer under the policy; threads share it
 * @param consultation who else is asked, by the same policy; threads share it
 * @param engineVersion that its reports will name
 * @param policyHash that its reports will name
 * @param mostBytes larger inputs are blocked before they are read
 * @param tries how often something may kill a worker, or not be done in time, before it is skipped; at least 1
 * @param passwords to try on everything, in order
 * @param keep how long what comes from outside is kept
 * @param report a report as it is kept
 * @param receipt the signed receipt for a report of a rebuilt file, or an empty text
 */
public record Treatment(
        Sanitizer sanitizer,
        Consultation consultation,
        String engineVersion,
        String policyHash,
        long mostBytes,
        int tries,
        List<String> passwords,
        Duration keep,
        Function<Report, String> report,
        Function<Report, String> receipt) {

    public Treatment {
        passwords = List.copyOf(passwords);
        if (tries < 1) {
            throw new IllegalArgumentException("tries: " + tries);
        }
    }

    /** Passwords are nobody's to read in a log. */
    @Override
    public String toString() {
        return "Treatment[" + engineVersion + ", " + policyHash + "]";
    }
}
