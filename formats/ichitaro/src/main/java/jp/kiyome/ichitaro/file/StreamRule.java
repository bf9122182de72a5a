package jp.kiyome.ichitaro.file;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import jp.kiyome.core.text.Table;

/**
 * What becomes of a stream or storage.
 *
 * @param name as documents have it; any that begins so where {@code begins}
 * @param kind its number in the list of streams
 * @param becomes a word, or the code of the finding with which it goes
 * @param order where it is written
 */
record StreamRule(String name, boolean begins, int kind, String becomes, int order) {

    private static final List<StreamRule> ALL = all();

    /** Of the stream or storage of this name; empty for one that is not listed. */
    static Optional<StreamRule> of(String name) {
        return ALL.stream()
                .filter(rule -> rule.begins ? name.startsWith(rule.name) : name.equals(rule.name))
                .findFirst();
    }

    private static List<StreamRule> all() {
        List<List<String>> rows = Table.of(Objects.requireNonNull(StreamRule.class.getResource("streams.allow")))
                .rows();
        return IntStream.range(0, rows.size()).mapToObj(i -> of(rows.get(i), i)).toList();
    }

    private static StreamRule of(List<String> row, int order) {
        String name = row.get(0);
        boolean begins = name.endsWith("*");
        String plain = begins ? name.substring(0, name.length() - 1) : name;
        if (plain.startsWith("^")) {
            plain = (char) (plain.charAt(1) - '0') + plain.substring(2);
        }
        return new StreamRule(plain, begins, Integer.parseInt(row.get(1)), row.get(2), order);
    }
}
