package jp.kiyome.approval.intake;

import java.util.Optional;
import java.util.function.Function;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.report.Report;

/**
 * How an organisation's files are sanitized. Threads share it.
 *
 * @param sanitizer under its policy; it does not parse in this process
 * @param report a report as it is kept
 * @param receipt the signed receipt for a report of a rebuilt file, or an empty text
 * @param lockedMails who opens locked files of mails; empty where nobody does
 */
public record Works(
        Sanitizer sanitizer,
        Function<Report, String> report,
        Function<Report, String> receipt,
        Optional<LockedMails> lockedMails) {

    /** Where no gateway opens mails. */
    public Works(Sanitizer sanitizer, Function<Report, String> report, Function<Report, String> receipt) {
        this(sanitizer, report, receipt, Optional.empty());
    }
}
