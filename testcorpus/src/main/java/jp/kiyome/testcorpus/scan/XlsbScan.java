package jp.kiyome.testcorpus.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Looks at the binary parts of xlsb workbooks for what must not be in them, and reads what their cells show ([MS-XLSB]). */
public final class XlsbScan implements Check {

    private static final String BOOK = "xl/workbook.bin";

    /** Queries, connections, other workbooks, macros, controls, objects, persons, printers and paths. */
    private static final Set<Integer> FORBIDDEN = Set.of(
            201, 355, 358, 359, 360, 397, 422, 423, 447, 495, 499, 548, 553, 554, 556, 577, 638, 639, 643, 644, 653,
            664, 667, 676, 2071);

    /** CALL, REGISTER, EXEC, EVALUATE and what is near them. */
    private static final Set<Integer> RUNNING =
            Set.of(53, 54, 59, 79, 80, 89, 110, 149, 150, 185, 186, 187, 188, 244, 257, 267, 268, 379);

    /** One record. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Piece(int id, byte[] data) {

        int u8(int at) {
            return at < 0 || at >= data.length ? 0 : data[at] & 0xFF;
        }

        int u16(int at) {
            return u8(at) | u8(at + 1) << 8;
        }

        int i32(int at) {
            return u16(at) | u16(at + 2) << 16;
        }

        /** Characters with their number in front. */
        String text(int at) {
            int length = i32(at);
            return length < 0 || length > (data.length - at - 4) / 2
                    ? ""
                    : new String(data, at + 4, 2 * length, StandardCharsets.UTF_16LE);
        }

        /** The place behind such a text, which may be absent. */
        int behind(int at) {
            return at + 4 + 2 * Math.max(0, i32(at));
        }
    }

    @Override
    public void look(Layer archive, Opc opc, Found found) {
        if (!opc.members().containsKey(BOOK)) {
            return;
        }
        opc.members().forEach((name, bytes) -> {
            if (name.startsWith("xl/") && name.endsWith(".bin") && !name.contains("/embeddings/")) {
                pieces(bytes).forEach(piece -> look(name, piece, found));
            }
        });
    }

    private static void look(String part, Piece piece, Found found) {
        String where = part + "/" + piece.id;
        if (FORBIDDEN.contains(piece.id)) {
            found.vector(where, "record");
        }
        String wrong =
                switch (piece.id) {
                    case 8 -> tokens(piece, piece.behind(8) + 2);
                    case 9 -> tokens(piece, 18);
                    case 10, 11 -> tokens(piece, 11);
                    case 39 -> name(piece);
                    case 156 -> piece.i32(0) > 1 ? "very hidden" : "";
                    case 426 -> tokens(piece, 17);
                    case 427 -> tokens(piece, 16);
                    case 478 -> piece.i32(34) == -1 ? "" : "printer";
                    default -> "";
                };
        if (!wrong.isEmpty()) {
            found.vector(where, wrong);
        }
    }

    private static String name(Piece piece) {
        String text = piece.text(9).toLowerCase(Locale.ROOT);
        boolean runs = text.matches("(_xlnm\\.)?auto_.*")
                || (piece.i32(0) & 0x0E) != 0 && !text.startsWith("_xlfn.")
                || text.contains("webservice");
        return runs ? "name that runs" : tokens(piece, piece.behind(9));
    }

    /** Calls that reach outside or run code; a walk over token sizes of its own. */
    private static String tokens(Piece piece, int sizeAt) {
        int end = sizeAt + 4 + piece.i32(sizeAt);
        for (int at = sizeAt + 4; at < end; ) {
            int token = piece.u8(at);
            int base = token < 0x20 ? token : token & 0x1F | 0x20;
            int function = base == 0x21 ? piece.u16(at + 1) : base == 0x22 ? piece.u16(at + 2) : -1;
            if (function >= 0x8000 || RUNNING.contains(function)) {
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
            case 0x17 -> 3 + 2 * piece.u16(at + 1);
            case 0x18 -> 14;
            case 0x19 -> piece.u8(at + 1) == 4 ? 6 + 2 * piece.u16(at + 2) : 4;
            case 0x1C, 0x1D -> 2;
            case 0x1E, 0x21, 0x29 -> 3;
            case 0x1F -> 9;
            case 0x20 -> 15;
            case 0x22 -> 4;
            case 0x01, 0x23 -> 5;
            case 0x24, 0x26, 0x27, 0x28, 0x2A, 0x2C, 0x39 -> 7;
            case 0x25, 0x2B, 0x2D -> 13;
            case 0x3A, 0x3C -> 9;
            case 0x3B, 0x3D -> 15;
            default -> base >= 0x03 && base <= 0x16 ? 1 : -1;
        };
    }

    /** Names of sheets, and what cells show. */
    public static String shown(byte[] file) {
        Map<String, byte[]> members = Opc.of(new Layer("", file)).members();
        List<String> strings = new ArrayList<>();
        StringBuilder shown = new StringBuilder();
        pieces(members.getOrDefault("xl/sharedStrings.bin", new byte[0])).stream()
                .filter(piece -> piece.id == 19)
                .forEach(piece -> strings.add(piece.text(1)));
        pieces(members.getOrDefault(BOOK, new byte[0])).stream()
                .filter(piece -> piece.id == 156)
                .forEach(piece -> shown.append(piece.text(piece.behind(8))).append('\n'));
        new TreeMap<>(members).forEach((name, bytes) -> {
            if (name.startsWith("xl/worksheets/") && name.endsWith(".bin")) {
                cells(bytes, strings, shown);
            }
        });
        return shown.toString();
    }

    private static void cells(byte[] sheet, List<String> strings, StringBuilder shown) {
        int row = 0;
        int column = 0;
        for (Piece piece : pieces(sheet)) {
            column = piece.id >= 12 && piece.id <= 18 ? column + 1 : piece.i32(0);
            switch (piece.id) {
                case 0 -> row = piece.i32(0);
                case 5, 9 -> cell(shown, row, column, Double.toString(real(piece, 8)));
                case 16 -> cell(shown, row, column, Double.toString(real(piece, 4)));
                case 6, 8 -> cell(shown, row, column, piece.text(8));
                case 7 -> cell(shown, row, column, piece.i32(8) < strings.size() ? strings.get(piece.i32(8)) : "");
                case 62 -> cell(shown, row, column, piece.text(9));
                default -> {}
            }
        }
    }

    private static double real(Piece piece, int at) {
        return Double.longBitsToDouble(piece.i32(at) & 0xFFFFFFFFL | (long) piece.i32(at + 4) << 32);
    }

    private static void cell(StringBuilder shown, int row, int column, String text) {
        shown.append(row).append(',').append(column).append(' ').append(text).append('\n');
    }

    private static List<Piece> pieces(byte[] part) {
        List<Piece> pieces = new ArrayList<>();
        int[] at = {0};
        while (at[0] < part.length) {
            int id = part[at[0]++] & 0xFF;
            if (id >= 0x80 && at[0] < part.length) {
                id = id & 0x7F | (part[at[0]++] & 0x7F) << 7;
            }
            long size = 0;
            for (int shift = 0; shift < 28 && at[0] < part.length; shift += 7) {
                int octet = part[at[0]++];
                size |= (octet & 0x7FL) << shift;
                if (octet >= 0) {
                    break;
                }
            }
            int end = (int) Math.min(part.length, at[0] + size);
            pieces.add(new Piece(id, java.util.Arrays.copyOfRange(part, at[0], end)));
            at[0] = end;
        }
        return pieces;
    }
}
