package jp.kiyome.cad.dxf.rules;

import java.util.Set;

/**
 * What holds for the value of one group code of one record.
 *
 * @param words of {@link Check#WORD}: the values there may be
 */
public record Rule(Check check, Set<String> words) {

    public Rule {
        words = Set.copyOf(words);
    }
}
