package jp.kiyome.approval.policy;

/**
 * A value that holds.
 *
 * @param level the level that it comes from; empty for the default
 */
public record ResolvedLine(String section, String key, String value, String level) {}
