package jp.kiyome.office.xls.biff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.kiyome.office.value.AllowLines;

/** The records of a format as data; {@code records.allow} tells how it is written. Immutable; threads may share it. */
public final class RecordTable<F> {

    /** What becomes of the records of one number. */
    public sealed interface Row<F> {

        String name();

        /** Nobody listed it. */
        record Unknown<F>(String name) implements Row<F> {}

        /** It goes, told by this code. */
        record Drop<F>(String name, String code) implements Row<F> {}

        /** It is read by its layout and written anew, where it may stand. */
        record Keep<F>(String name, String places, Layout<F> layout) implements Row<F> {}

        /** Our own code reads it, where it may stand. */
        record Code<F>(String name, String places) implements Row<F> {}
    }

    private final Map<Integer, Row<F>> rows = new HashMap<>();
    private final LayoutParser<F> parser;

    private RecordTable(Map<String, Function<String, Field<F>>> own) {
        this.parser = new LayoutParser<>(own);
    }

    /**
     * Reads the table that stands beside {@code owner} in the class path.
     *
     * @param own the fields of the format's own, made from their arguments
     */
    public static <F> RecordTable<F> beside(Class<?> owner, String file, Map<String, Function<String, Field<F>>> own) {
        RecordTable<F> table = new RecordTable<>(own);
        List<String> entry = new ArrayList<>();
        for (List<String> words : AllowLines.of(owner, file)) {
            if (words.getFirst().equals("..")) {
                entry.addAll(words.subList(1, words.size()));
                continue;
            }
            table.add(entry);
            entry = new ArrayList<>(words);
        }
        table.add(entry);
        return table;
    }

    /** What becomes of a record. */
    public Row<F> row(int number) {
        Row<F> row = rows.get(number);
        return row == null ? new Row.Unknown<>("0x" + Integer.toHexString(number)) : row;
    }

    private void add(List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        String name = words.get(1);
        String what = words.get(2);
        List<String> rest = words.subList(3, words.size());
        Row<F> row;
        if (what.equals("drop")) {
            row = new Row.Drop<>(name, rest.getFirst());
        } else if (rest.size() == 1 && rest.getFirst().equals("code")) {
            row = new Row.Code<>(name, what);
        } else {
            row = new Row.Keep<>(name, what, parser.parse(rest));
        }
        if (rows.put(Integer.decode(words.getFirst()), row) != null) {
            throw new IllegalStateException("twice in the table: " + words);
        }
    }
}
