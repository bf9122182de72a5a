package jp.kiyome.ichitaro.text;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kiyome.core.text.Table;

/** What may stand in a text, as the lists beside this class have it. Stateless. */
final class TextRules {

    /** How many words there are, and the largest value of one. */
    record Words(int least, int most, int largest) {

        boolean allow(int[] units, int from, int count) {
            for (int i = from; i < from + count; i++) {
                if (units[i] > largest) {
                    return false;
                }
            }
            return count >= least && count <= most;
        }
    }

    private static final Set<Integer> CONTROLS =
            rows("controls.allow").stream().map(row -> hex(row.getFirst())).collect(Collectors.toSet());

    private static final Map<Integer, Boolean> INLINES = rows("inlines.allow").stream()
            .collect(Collectors.toMap(
                    row -> hex(row.get(0).replace(" ", "")), row -> row.get(1).equals("show")));

    private static final Map<Integer, Words> RECORDS = rows("records.allow").stream()
            .collect(Collectors.toMap(
                    row -> hex(row.get(0)),
                    row -> new Words(Integer.parseInt(row.get(1)), Integer.parseInt(row.get(2)), 0xFFFF)));

    private static final Map<Integer, Words> ITEMS = rows("paragraph.allow").stream()
            .collect(Collectors.toMap(
                    row -> hex(row.get(0)),
                    row -> new Words(Integer.parseInt(row.get(1)), Integer.parseInt(row.get(2)), hex(row.get(3)))));

    private TextRules() {}

    static boolean allowsControl(int unit) {
        return CONTROLS.contains(unit);
    }

    /** Whether an inline record of this kind shows its text; empty for a kind that is not listed. */
    static Optional<Boolean> shows(int first, int second) {
        return Optional.ofNullable(INLINES.get(first << 16 | second));
    }

    static Optional<Words> record(int kind) {
        return Optional.ofNullable(RECORDS.get(kind));
    }

    static Optional<Words> item(int tag) {
        return Optional.ofNullable(ITEMS.get(tag));
    }

    private static List<List<String>> rows(String name) {
        return Table.of(Objects.requireNonNull(TextRules.class.getResource(name)))
                .rows();
    }

    private static int hex(String digits) {
        return Integer.parseInt(digits, 16);
    }
}
