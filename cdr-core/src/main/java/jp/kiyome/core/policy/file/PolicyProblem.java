package jp.kiyome.core.policy.file;

import jp.kiyome.core.text.Bilingual;

/**
 * One thing wrong in a policy file.
 *
 * @param line from 1
 * @param column from 1, in characters
 * @param text what is wrong; what it quotes from the file is escaped
 */
public record PolicyProblem(int line, int column, Bilingual text) {}
