package jp.kiyome.approval.intake;

import java.util.function.Function;
import jp.kiyome.core.engine.Sanitizer;
import jp.kiyome.core.report.Report;

/**
 * How an organisation's files are sanitized. Threads share it.
 *
 * @param sanitizer under its policy; it does not parse in this process
 * @param report a report as it is kept
 * @param receipt the signed receipt for a report of a rebuilt file, or an empty text
 */
public record Works(Sanitizer sanitizer, Function<Report, String> report, Function<Report, String> receipt) {}
