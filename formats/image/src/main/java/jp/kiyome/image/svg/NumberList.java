package jp.kiyome.image.svg;

import java.util.Optional;
import java.util.OptionalDouble;

/** Lists of plain numbers: points (SVG 2 §10.7), boxes, matrices. Stateless. */
final class NumberList {

    private NumberList() {}

    /** The list in its one form; empty when it is none, or has another count of numbers. */
    static Optional<String> of(String input, int least, int most) {
        NumberScanner in = new NumberScanner(input);
        StringBuilder out = new StringBuilder(input.length());
        int count = 0;
        in.skipSpace();
        while (!in.atEnd()) {
            OptionalDouble number = in.number();
            if (number.isEmpty() || ++count > most) {
                return Optional.empty();
            }
            out.append(out.isEmpty() ? "" : " ").append(PlainNumber.text(number.getAsDouble()));
            in.skipSeparator();
        }
        return count < least ? Optional.empty() : Optional.of(out.toString());
    }

    /** Points; a number without its partner goes. */
    static Optional<String> points(String input) {
        Optional<String> all = of(input, 0, Integer.MAX_VALUE);
        return all.map(text -> {
            long blanks = text.chars().filter(c -> c == ' ').count();
            boolean odd = !text.isEmpty() && blanks % 2 == 0;
            return odd ? text.substring(0, Math.max(0, text.lastIndexOf(' '))) : text;
        });
    }
}
