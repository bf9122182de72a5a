package jp.kiyome.mail.relay;

import java.util.function.Function;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.report.Report;

/**
 * How an organisation's mail is rebuilt. Threads share it.
 *
 * @param sanitizer under its policy; it does not parse in this process
 * @param report a report as it is kept
 * @param receipt the signed receipt for a report of a rebuilt mail, or an empty text
 */
public record Rebuilding(Sanitizer sanitizer, Function<Report, String> report, Function<Report, String> receipt) {}
