package jp.kiyome.approval.page;

/**
 * A line of a report.
 *
 * @param text in the reader's language
 * @param action name of what was done
 * @param severity name of what it means
 */
record FindingView(String text, String action, String severity, long count, String code) {}
