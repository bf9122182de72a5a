package jp.kiyome.testcorpus.scan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Set;

/** Properties of tables in a document of Word 97 to 2003 that name cells, colours and borders ([MS-DOC] 2.6.3). One file, once. */
final class WordFormats {

    private static final int PAPX_BINS = 154 + 8 * 13;
    private static final int DEF_TABLE = 0xD608;
    private static final int DELETE = 0x5622;
    private static final int PAGE = 512;
    private static final int PAGE_NUMBER = 0x3FFFFF;
    private static final int ENTRY = 13;
    private static final int CELL = 20;
    private static final int MOST_CELLS = 63;

    /** Those whose operand begins with the first of some cells, and where they end; behind a count of bytes, or at once. */
    private static final Set<Integer> COUNTED_RANGES =
            Set.of(0xD620, 0xD62C, 0xD62D, 0xD62E, 0xD62F, 0xD632, 0xD635, 0xD639, 0xD63E, 0xD642);

    private static final Set<Integer> RANGES = Set.of(0x5622, 0x5624, 0x5625, 0x7623, 0x7629, 0xF636);

    private final Check.Found found;
    private int cells = -1;

    private WordFormats(Check.Found found) {
        this.found = found;
    }

    static void look(Map<String, byte[]> streams, Check.Found found) {
        ByteBuffer word = buffer(streams.getOrDefault("WordDocument", new byte[0]));
        ByteBuffer table =
                buffer(streams.getOrDefault((word.getShort(10) & 0x200) != 0 ? "1Table" : "0Table", new byte[0]));
        int at = word.getInt(PAPX_BINS);
        int pages = (word.getInt(PAPX_BINS + 4) - 4) / 8;
        for (int i = 0; i < pages; i++) {
            page(word, (table.getInt(at + 4 * (pages + 1) + 4 * i) & PAGE_NUMBER) * PAGE, found);
        }
    }

    private static void page(ByteBuffer word, int page, Check.Found found) {
        int count = word.get(page + PAGE - 1) & 0xFF;
        for (int i = 0; i < count; i++) {
            int format = (word.get(page + 4 * (count + 1) + ENTRY * i) & 0xFF) * 2;
            if (format != 0) {
                int words = word.get(page + format) & 0xFF;
                int from = page + format + (words == 0 ? 2 : 1) + 2;
                int size = words == 0 ? (word.get(page + format + 1) & 0xFF) * 2 : words * 2 - 1;
                new WordFormats(found).sprms(word, from, Math.min(from - 2 + size, page + PAGE - 1));
            }
        }
    }

    private void sprms(ByteBuffer in, int from, int to) {
        int at = from;
        while (at + 2 < to) {
            int code = in.getShort(at) & 0xFFFF;
            int kind = code >> 13;
            int head = kind != 6 ? 0 : code == DEF_TABLE ? 2 : 1;
            int size =
                    switch (kind) {
                        case 0, 1 -> 1;
                        case 3 -> 4;
                        case 6 -> head == 2 ? in.getShort(at + 2) - 1 : in.get(at + 2) & 0xFF;
                        case 7 -> 3;
                        default -> 2;
                    };
            int operand = at + 2 + head;
            if (size < 0 || operand + size > to) {
                return;
            }
            sprm(in, code, operand, size);
            at = operand + size;
        }
    }

    private void sprm(ByteBuffer in, int code, int at, int size) {
        if (code == DEF_TABLE) {
            row(in, at, size);
        } else if (COUNTED_RANGES.contains(code) || RANGES.contains(code)) {
            range(code, size < 2 ? 0 : in.get(at) & 0xFF, size < 2 ? 0 : in.get(at + 1) & 0xFF);
            cells -= code == DELETE && cells >= 0 ? (in.get(at + 1) & 0xFF) - (in.get(at) & 0xFF) : 0;
        } else if (code == 0x7621) {
            int columns = Math.max(cells, in.get(at) & 0xFF) + (in.get(at + 1) & 0xFF);
            cells = cells < 0 ? cells : columns;
            right(columns <= MOST_CELLS, code, "a row of " + columns);
        }
        if (code == 0xD620 && size == 7) {
            border(in.getInt(at + 3));
        } else if (code == 0xD62F && size == 11) {
            right((in.getShort(at + 9) & 0xFF80) == 0 || in.getShort(at + 9) == -1, code, "bits without a meaning");
        }
    }

    private void row(ByteBuffer in, int at, int size) {
        cells = in.get(at) & 0xFF;
        right(cells <= MOST_CELLS, DEF_TABLE, "a row of " + cells);
        for (int i = 0; i < cells && i < MOST_CELLS; i++) {
            right(
                    in.getShort(at + 1 + 2 * i) <= in.getShort(at + 3 + 2 * i),
                    DEF_TABLE,
                    "cells that end before they begin");
        }
        for (int cell = at + 1 + 2 * (cells + 1); cell + CELL <= at + size; cell += CELL) {
            right((in.getShort(cell) & 0x8000) == 0, DEF_TABLE, "bits without a meaning");
            for (int i = 0; i < 4; i++) {
                border(in.getInt(cell + 4 + 4 * i));
            }
        }
    }

    private void range(int code, int first, int limit) {
        right(first < limit && limit <= (cells < 0 ? MOST_CELLS : cells), code, "cells " + first + " to " + limit);
    }

    /** Brc80MayBeNil (2.9.18). */
    private void border(int border) {
        right(border == -1 || (border >> 16 & 0xFF) <= 16 && border >= 0, 0, "a border " + Integer.toHexString(border));
    }

    private void right(boolean right, int code, String what) {
        if (!right) {
            found.vector("property " + Integer.toHexString(code), what);
        }
    }

    private static ByteBuffer buffer(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
