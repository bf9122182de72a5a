package jp.kiyome.office.doc.sprm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.office.record.Field;
import jp.kiyome.office.record.Layout;
import jp.kiyome.office.record.NumberReader;
import jp.kiyome.office.record.NumberWriter;

/**
 * What stands in an operand, field by field, read as values and written from them. Its words are those of {@link Field}, and
 *
 * <ul>
 *   <li>{@code cells}, first and limit of a range of cells ({@link Row#has}), {@code cell}, one of them, {@code inserted}, where cells
 *       are put in and how many,
 *   <li>a name that a line {@code let NAME WORD...} explains, once, {@code [4]} times, or, as the last word, {@code [..22]} times at
 *       most.
 * </ul>
 *
 * Immutable; threads may share it.
 *
 * @param head what every such operand has
 * @param each what may follow, all of it, up to {@code most} times
 */
record OperandLayout(List<Part> head, List<Part> each, int most) {

    private static final Pattern REPEATED = Pattern.compile("(.+)\\[\\.\\.([0-9]+)\\]");
    private static final Pattern NAMED = Pattern.compile("([a-z0-9]+)(?:\\[([0-9]+)\\])?");

    /** One word. */
    sealed interface Part {

        /** Numbers. */
        record Fields(Layout layout) implements Part {}

        /** A range of cells. */
        record Cells() implements Part {}

        /** A cell. */
        record Cell() implements Part {}

        /** Cells that are put in. */
        record Inserted() implements Part {}
    }

    OperandLayout {
        head = List.copyOf(head);
        each = List.copyOf(each);
    }

    static OperandLayout none() {
        return new OperandLayout(List.of(), List.of(), 0);
    }

    /** Reads the words of a line. */
    static OperandLayout parse(List<String> words, Map<String, List<String>> names) {
        List<Part> head = new ArrayList<>();
        for (String word : words) {
            Matcher repeated = REPEATED.matcher(word);
            if (repeated.matches()) {
                List<Part> each = new ArrayList<>();
                parts(repeated.group(1), names, each);
                return new OperandLayout(head, each, Integer.parseInt(repeated.group(2)));
            }
            parts(word, names, head);
        }
        return new OperandLayout(head, List.of(), 0);
    }

    private static void parts(String word, Map<String, List<String>> names, List<Part> out) {
        Matcher named = NAMED.matcher(word);
        if (named.matches() && names.containsKey(named.group(1))) {
            int times = named.group(2) == null ? 1 : Integer.parseInt(named.group(2));
            for (int i = 0; i < times; i++) {
                names.get(named.group(1)).forEach(inner -> parts(inner, names, out));
            }
            return;
        }
        out.add(
                switch (word) {
                    case "cells" -> new Part.Cells();
                    case "cell" -> new Part.Cell();
                    case "inserted" -> new Part.Inserted();
                    default -> new Part.Fields(Layout.parse(List.of(word)));
                });
    }

    /**
     * Reads an operand and writes it anew; of use only when the reader is {@linkplain NumberReader#ok ok} afterwards.
     *
     * @return whether something stood in bits that mean nothing
     */
    boolean copy(NumberReader in, Row row, NumberWriter out) {
        boolean lost = copy(head, in, row, out);
        for (int i = 0; i < most && in.remaining() > 0; i++) {
            lost |= copy(each, in, row, out);
        }
        if (in.remaining() > 0) {
            in.refuse();
        }
        return lost;
    }

    static boolean copy(List<Part> parts, NumberReader in, Row row, NumberWriter out) {
        boolean lost = false;
        for (Part part : parts) {
            lost |= copy(part, in, row, out);
        }
        return lost;
    }

    private static boolean copy(Part part, NumberReader in, Row row, NumberWriter out) {
        return switch (part) {
            case Part.Fields number -> {
                Layout.Copy copy = number.layout.copy(in);
                out.written(copy.body());
                yield copy.lostBits();
            }
            case Part.Cells cells -> {
                int first = in.u8();
                int limit = in.u8();
                out.u8(first).u8(limit);
                yield judged(row.has(first, limit), in);
            }
            case Part.Cell cell -> {
                int number = in.u8();
                out.u8(number);
                yield judged(row.has(number, number + 1), in);
            }
            case Part.Inserted inserted -> {
                int first = in.u8();
                int count = in.u8();
                out.u8(first).u8(count);
                yield judged(row.takes(first, count), in);
            }
        };
    }

    /** Cells stay as they are, so nothing was cleared; or the operand is refused. */
    private static boolean judged(boolean fits, NumberReader in) {
        if (!fits) {
            in.refuse();
        }
        return false;
    }
}
