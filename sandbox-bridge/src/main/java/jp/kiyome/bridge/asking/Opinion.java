package jp.kiyome.bridge.asking;

import jp.kiyome.bridge.verdict.Verdict;

/**
 * What one source said.
 *
 * @param kept whether it said so earlier, about the same bytes
 */
public record Opinion(String source, Verdict verdict, boolean kept) {}
