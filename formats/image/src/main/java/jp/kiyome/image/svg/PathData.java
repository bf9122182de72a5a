package jp.kiyome.image.svg;

import java.util.OptionalDouble;

/**
 * The data of a path (SVG 2 §9.3), read and written anew. As the specification has it, a path with an error is drawn up to the error.
 * Stateless.
 *
 * @param text the path in its one form
 * @param complete whether all of it was understood
 */
record PathData(String text, boolean complete) {

    private static final String COMMANDS = "MmZzLlHhVvCcSsQqTtAa";

    static PathData of(String input) {
        NumberScanner in = new NumberScanner(input);
        StringBuilder out = new StringBuilder(input.length());
        in.skipSpace();
        boolean complete = in.atEnd() || in.peek() == 'M' || in.peek() == 'm';
        while (complete && !in.atEnd()) {
            char command = in.take();
            int numbers = numbers(command);
            complete = numbers >= 0 && arguments(command, numbers, in, out);
            in.skipSpace();
        }
        return new PathData(out.toString(), complete && in.atEnd());
    }

    private static int numbers(char command) {
        if (COMMANDS.indexOf(command) < 0) {
            return -1;
        }
        return switch (Character.toUpperCase(command)) {
            case 'Z' -> 0;
            case 'H', 'V' -> 1;
            case 'M', 'L', 'T' -> 2;
            case 'S', 'Q' -> 4;
            case 'C' -> 6;
            default -> 7;
        };
    }

    private static boolean arguments(char command, int numbers, NumberScanner in, StringBuilder out) {
        if (numbers == 0) {
            out.append(command);
            return true;
        }
        boolean first = true;
        in.skipSpace();
        do {
            StringBuilder group = new StringBuilder();
            for (int i = 0; i < numbers; i++) {
                OptionalDouble number = numbers == 7 && (i == 3 || i == 4) ? flag(in) : in.number();
                if (number.isEmpty()) {
                    return false;
                }
                group.append(i == 0 && first ? "" : " ").append(PlainNumber.text(number.getAsDouble()));
                in.skipSeparator();
            }
            out.append(first ? String.valueOf(command) : "").append(group);
            first = false;
        } while (!in.atEnd() && COMMANDS.indexOf(in.peek()) < 0);
        return true;
    }

    /** A flag is one digit, and the next number may follow at once. */
    private static OptionalDouble flag(NumberScanner in) {
        if (in.atEnd() || (in.peek() != '0' && in.peek() != '1')) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(in.take() - '0');
    }
}
