package jp.kiyome.image.pict;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;

/** The opcodes of {@code pict-opcodes.allow} that draw nothing, with the length of their data. Immutable; threads may share it. */
final class PictOpcodes {

    /**
     * A range of opcodes.
     *
     * @param form a number of bytes, or where their number stands
     * @param finding what is told when one goes; empty where it can hold nothing but what it says
     */
    record Row(int first, int last, String name, String form, String finding) {

        /** Bytes of data that follow, counted from here; the place in {@code in} moves behind the number that says so. */
        long length(ByteReader in) {
            return switch (form) {
                case "size16" -> in.u16be();
                case "size32" -> in.u32be();
                case "kind-size16" -> {
                    in.skip(2);
                    yield in.u16be();
                }
                default -> Long.parseLong(form);
            };
        }
    }

    private static final List<Row> ROWS = read();

    private PictOpcodes() {}

    /** Throws {@link jp.kiyome.core.finding.Refusal} for a number that no row names: how long its data are nobody knows. */
    static Row row(int opcode) {
        return ROWS.stream()
                .filter(row -> row.first <= opcode && opcode <= row.last)
                .findFirst()
                .orElseThrow(() -> Refused.damaged("PICT opcode 0x" + Integer.toHexString(opcode)));
    }

    private static List<Row> read() {
        List<Row> rows = new ArrayList<>();
        try (InputStream in = PictOpcodes.class.getResourceAsStream("pict-opcodes.allow")) {
            if (in == null) {
                throw new IllegalStateException("no table pict-opcodes.allow");
            }
            for (String line : new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList()) {
                String text = line.replaceFirst("(^|\\s)#.*$", "").strip();
                if (!text.isEmpty()) {
                    row(Arrays.asList(text.split("\\s+", -1)), rows);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(rows);
    }

    private static void row(List<String> words, List<Row> rows) {
        if (words.get(2).equals("drawn")) {
            return;
        }
        String[] range = words.getFirst().split("-", -1);
        int first = Integer.decode(range[0]);
        int last = range.length > 1 ? Integer.decode(range[1]) : first;
        rows.add(new Row(first, last, words.get(1), words.get(2), words.size() > 3 ? words.get(3) : ""));
    }
}
