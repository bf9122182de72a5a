package jp.kiyome.image.webp.lossy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The constants of RFC 6386, read from the table beside the code. Stateless. */
final class Vp8Tables {

    private static final Map<String, IntStream.Builder> ALL = load();

    /** Default probabilities of tokens (13.5), in the order of {@link Tokens#index}. */
    static final int[] TOKENS = table("tokens", Tokens.PROBABILITIES);

    /** Probabilities that those stay (13.4). */
    static final int[] UPDATES = table("updates", Tokens.PROBABILITIES);

    /** Probabilities of subblock modes (11.5): nine for each mode above and mode to the left. */
    static final int[] SUBMODES = table("submodes", 10 * 10 * 9);

    private Vp8Tables() {}

    private static int[] table(String name, int length) {
        IntStream.Builder found = ALL.get(name);
        int[] values = found == null ? new int[0] : found.build().toArray();
        if (values.length != length) {
            throw new IllegalStateException("vp8.tables: " + name + " of " + values.length + " values");
        }
        return values;
    }

    private static Map<String, IntStream.Builder> load() {
        Map<String, IntStream.Builder> tables = new LinkedHashMap<>();
        try (InputStream in = Vp8Tables.class.getResourceAsStream("/jp/kiyome/image/webp/vp8.tables")) {
            if (in == null) {
                throw new IllegalStateException("no vp8.tables");
            }
            IntStream.Builder values = IntStream.builder();
            for (String line : new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(text -> !text.isBlank() && !text.startsWith("#"))
                    .toList()) {
                if (line.startsWith("=")) {
                    values = IntStream.builder();
                    tables.put(line.substring(1).strip(), values);
                } else {
                    for (String number : line.split(" ", -1)) {
                        values.add(Integer.parseInt(number));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tables;
    }
}
