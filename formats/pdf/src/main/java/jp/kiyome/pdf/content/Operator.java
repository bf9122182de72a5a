package jp.kiyome.pdf.content;

import java.util.List;

/**
 * An operator of content streams (ISO 32000-2, annex A). Immutable; threads may share it.
 *
 * @param word as it is written
 * @param operands the kinds of its operands, as {@code operators.allow} has them
 * @param open whether it takes as many operands as come: the components of a colour
 * @param numeric whether it takes nothing but numbers, as many as {@code operands}, perhaps none
 */
record Operator(String word, List<String> operands, boolean open, boolean numeric) {

    static Operator of(String word, List<String> operands) {
        boolean open = operands.equals(List.of("c")) || operands.equals(List.of("p"));
        return new Operator(word, operands, open, operands.stream().allMatch("n"::equals));
    }
}
