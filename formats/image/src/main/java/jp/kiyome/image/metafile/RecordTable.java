package jp.kiyome.image.metafile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A format's records as data: one line a record, {@code NUMBER NAME drop CODE} or {@code NUMBER NAME FIELD...}, the rest of the line
 * behind {@code #} being its clause; a line that begins with a blank goes on with the one before. Immutable; threads may share it.
 */
public final class RecordTable<F> {

    /** What becomes of the records of one number. */
    public sealed interface Row<F> {

        String name();

        /** It goes. */
        record Drop<F>(String name, String code) implements Row<F> {}

        /** It is read by its layout and written anew. */
        record Keep<F>(String name, Layout<F> layout) implements Row<F> {}
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
        try (InputStream in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no table " + file);
            }
            StringBuilder entry = new StringBuilder();
            for (String line : new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList()) {
                String text = line.replaceFirst("(^|\\s)#.*$", "").stripTrailing();
                if (!text.isEmpty() && text.charAt(0) != ' ') {
                    table.add(entry.toString());
                    entry.setLength(0);
                }
                entry.append(text);
            }
            table.add(entry.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    /** What becomes of a record; of those that nobody listed, nothing. */
    public Row<F> row(int number) {
        Row<F> row = rows.get(number);
        return row == null ? new Row.Drop<>("0x" + Integer.toHexString(number), "metafile.unknown-record") : row;
    }

    private void add(String entry) {
        if (entry.isBlank()) {
            return;
        }
        List<String> words = Arrays.asList(entry.strip().split("\\s+", -1));
        String name = words.get(1);
        List<String> rest = words.subList(2, words.size());
        Row<F> row = !rest.isEmpty() && rest.getFirst().equals("drop")
                ? new Row.Drop<>(name, rest.get(1))
                : new Row.Keep<>(name, parser.parse(rest));
        if (rows.put(Integer.decode(words.getFirst()), row) != null) {
            throw new IllegalStateException("twice in the table: " + entry);
        }
    }
}
