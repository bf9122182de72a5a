package jp.kiyome.testcorpus.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Looks at workbooks of Excel 97 to 2003 for what must not be in them, and reads what their cells show. */
public final class XlsScan {

    private static final String STREAM = "Workbook";
    private static final Set<String> STREAMS =
            Set.of(STREAM, "\u0005SummaryInformation", "\u0005DocumentSummaryInformation");

    /** Queries, connections, macros, links to other files, persons and printers ([MS-XLS] 2.3). */
    private static final Set<Integer> FORBIDDEN = Set.of(
            0x0050, 0x0051, 0x0052, 0x0059, 0x005A, 0x005B, 0x005C, 0x004D, 0x007F, 0x0086, 0x0087, 0x00B0, 0x00D3,
            0x00D5, 0x00DC, 0x00E9, 0x01A9, 0x01AA, 0x01AD, 0x01B9, 0x01BA, 0x01C0, 0x0802, 0x0803, 0x0804, 0x0805,
            0x0806, 0x0807, 0x080A, 0x0813, 0x0864, 0x0866, 0x0876, 0x0898, 0x0896, 0x1066);

    private static final Set<Integer> SUBSTREAMS = Set.of(0x05, 0x10, 0x20);
    private static final int FILE_PASS = 0x2F;

    /** One record. */
    @SuppressWarnings("ArrayRecordComponent")
    record Piece(int id, byte[] data) {
        int u16(int at) {
            return at + 2 > data.length ? -1 : (data[at] & 0xFF) | (data[at + 1] & 0xFF) << 8;
        }

        int u8(int at) {
            return at >= data.length ? 0 : data[at] & 0xFF;
        }
    }

    private XlsScan() {}

    static boolean is(Map<String, byte[]> streams) {
        return streams.containsKey(STREAM);
    }

    static void look(Map<String, byte[]> streams, Check.Found found) {
        streams.keySet().stream().filter(name -> !STREAMS.contains(name)).forEach(name -> found.vector(name, "stream"));
        List<Piece> pieces = pieces(streams.getOrDefault(STREAM, new byte[0]));
        if (pieces.stream().anyMatch(piece -> piece.id == FILE_PASS)) {
            found.structure(STREAM, "locked, so that nothing can be seen of it");
            return;
        }
        XlsNumbers numbers = new XlsNumbers(found);
        pieces.forEach(numbers::count);
        for (Piece piece : pieces) {
            numbers.look(piece);
            String where = STREAM + "/" + Integer.toHexString(piece.id);
            if (FORBIDDEN.contains(piece.id)) {
                found.vector(where, "record");
            }
            String wrong = wrong(piece);
            if (!wrong.isEmpty()) {
                found.vector(where, wrong);
            }
        }
    }

    private static String wrong(Piece piece) {
        return switch (piece.id) {
            case 0x0809 -> SUBSTREAMS.contains(piece.u16(2)) ? "" : "substream " + piece.u16(2);
            case 0x0085 ->
                piece.u8(5) == 0 || piece.u8(5) == 2 ? piece.u8(4) > 1 ? "very hidden" : "" : "kind of sheet";
            case 0x01AE ->
                piece.data.length == 4 && (piece.u16(2) == 0x0401 || piece.u16(2) == 0x3A01) ? "" : "other book";
            case 0x0018 -> name(piece);
            case 0x0006 -> tokens(piece, 22, piece.u16(20));
            case 0x04BC -> tokens(piece, 10, piece.u16(8));
            case 0x005D -> object(piece);
            case 0x01B8 -> link(piece);
            default -> "";
        };
    }

    private static String name(Piece piece) {
        boolean builtIn = (piece.u16(0) & 0x20) != 0;
        String text = text(piece, 14, piece.u8(3)).toLowerCase(Locale.ROOT);
        boolean runs = builtIn
                ? text.length() == 1 && Set.of(1, 2, 8, 9, 10, 11).contains((int) text.charAt(0))
                : text.startsWith("auto_") || (piece.u16(0) & 0x0E) != 0 && !text.startsWith("_xlfn.");
        return runs ? "name that runs" : tokens(piece, 15 + width(piece, 14) * piece.u8(3), piece.u16(4));
    }

    private static int width(Piece piece, int at) {
        return (piece.u8(at) & 1) + 1;
    }

    private static String text(Piece piece, int at, int length) {
        int size = length * width(piece, at);
        return at + 1 + size > piece.data.length
                ? ""
                : new String(
                        piece.data,
                        at + 1,
                        size,
                        width(piece, at) == 2 ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1);
    }

    /** Calls of functions that reach outside or run code; a walk over token sizes of its own ([MS-XLS] 2.5.198). */
    private static String tokens(Piece piece, int from, int length) {
        int at = from;
        while (at >= 0 && at < from + length) {
            int token = piece.u8(at);
            int base = token < 0x20 ? token : token & 0x1F | 0x20;
            int function = base == 0x21 ? piece.u16(at + 1) : base == 0x22 ? piece.u16(at + 2) : -1;
            // CALL, REGISTER, EXEC, EVALUATE, REGISTER.ID, GET.CELL and its kin, and commands of macros.
            boolean runs = function >= 0x8000
                    || Set.of(53, 54, 59, 79, 80, 110, 149, 150, 185, 186, 187, 188, 257, 267, 268)
                            .contains(function);
            if (runs) {
                return "function " + function;
            }
            int size = size(piece, at, base);
            if (size < 0) {
                return "token " + Integer.toHexString(token);
            }
            at += size;
        }
        return "";
    }

    private static int size(Piece piece, int at, int base) {
        return switch (base) {
            case 0x01, 0x02, 0x23, 0x24, 0x2A, 0x2C -> 5;
            case 0x17 -> 3 + piece.u8(at + 1) * width(piece, at + 2);
            case 0x19 -> piece.u8(at + 1) == 4 ? 4 + 2 * (piece.u16(at + 2) + 1) : 4;
            case 0x1C, 0x1D -> 2;
            case 0x1E, 0x21, 0x29 -> 3;
            case 0x1F, 0x25, 0x2B, 0x2D -> 9;
            case 0x20 -> 8;
            case 0x22 -> 4;
            case 0x26, 0x27, 0x28, 0x39, 0x3A, 0x3C -> 7;
            case 0x3B, 0x3D -> 11;
            default -> base >= 0x03 && base <= 0x16 ? 1 : -1;
        };
    }

    private static String object(Piece piece) {
        for (int at = 22; at + 4 <= piece.data.length; at += 4 + piece.u16(at + 2)) {
            int part = piece.u16(at);
            if (part == 0x04 || part == 0x09) {
                return "part of an object " + part;
            }
            if (part == 0x13) {
                return piece.u16(at + 4) == 0 ? "" : "list of a control";
            }
        }
        return Set.of(7, 0xB, 0xC, 0xD, 0xE, 0xF, 0x10, 0x11, 0x12, 0x13).contains(piece.u16(4)) ? "control" : "";
    }

    private static String link(Piece piece) {
        String text =
                new String(piece.data, StandardCharsets.UTF_16LE) + new String(piece.data, StandardCharsets.ISO_8859_1);
        boolean web = piece.data.length > 48 && piece.u16(32) == 0xC9E0;
        boolean outside = (piece.u8(28) & 1) != 0 && !web || text.contains("script:") || text.contains("\\\\");
        return outside ? "link" : "";
    }

    private static List<Piece> pieces(byte[] stream) {
        List<Piece> pieces = new ArrayList<>();
        for (int at = 0; at + 4 <= stream.length; ) {
            int id = (stream[at] & 0xFF) | (stream[at + 1] & 0xFF) << 8;
            int size = (stream[at + 2] & 0xFF) | (stream[at + 3] & 0xFF) << 8;
            int end = Math.min(stream.length, at + 4 + size);
            pieces.add(new Piece(id, java.util.Arrays.copyOfRange(stream, at + 4, end)));
            at = end;
        }
        return pieces;
    }

    /** What the cells show: numbers, and strings that fit into one record; empty for another file. */
    public static String shown(byte[] file) {
        if (!CompoundStreams.is(file)) {
            return "";
        }
        List<String> strings = new ArrayList<>();
        StringBuilder shown = new StringBuilder();
        List<Piece> pieces = pieces(CompoundStreams.of(file).getOrDefault(STREAM, new byte[0]));
        pieces.stream().filter(piece -> piece.id == 0x00FC).forEach(piece -> strings(piece, strings));
        for (Piece piece : pieces) {
            switch (piece.id) {
                case 0x00FD -> {
                    int string = piece.u16(6);
                    cell(shown, piece, string < strings.size() ? strings.get(string) : "(another record)");
                }
                case 0x0203, 0x0006 -> cell(shown, piece, Double.toString(real(piece, 6)));
                case 0x0085 -> shown.append(text(piece, 7, piece.u8(6))).append('\n');
                default -> {}
            }
        }
        return shown.toString();
    }

    private static void cell(StringBuilder shown, Piece piece, String text) {
        shown.append(piece.u16(0))
                .append(',')
                .append(piece.u16(2))
                .append(' ')
                .append(text)
                .append('\n');
    }

    private static double real(Piece piece, int at) {
        long bits = 0;
        for (int i = 7; i >= 0; i--) {
            bits = bits << 8 | piece.u8(at + i);
        }
        return Double.longBitsToDouble(bits);
    }

    /** With runs of formats (flag 8) and furigana (flag 4) behind the letters, as far as one record goes. */
    private static void strings(Piece piece, List<String> strings) {
        int at = 8;
        while (at + 3 <= piece.data.length) {
            int flags = piece.u8(at + 2);
            int letters = at + 3 + ((flags & 8) != 0 ? 2 : 0) + ((flags & 4) != 0 ? 4 : 0);
            int size = piece.u16(at) * width(piece, at + 2);
            if (letters + size > piece.data.length) {
                return;
            }
            strings.add(new String(
                    piece.data,
                    letters,
                    size,
                    (flags & 1) != 0 ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1));
            int runs = (flags & 8) != 0 ? 4 * piece.u16(at + 3) : 0;
            int furigana = (flags & 4) != 0 ? piece.u16(letters - 4) | piece.u16(letters - 2) << 16 : 0;
            at = letters + size + runs + furigana;
        }
    }
}
