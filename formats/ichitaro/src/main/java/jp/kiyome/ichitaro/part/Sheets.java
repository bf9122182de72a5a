package jp.kiyome.ichitaro.part;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jp.kiyome.ichitaro.raw.Characters;
import jp.kiyome.ichitaro.raw.In;
import jp.kiyome.ichitaro.raw.Notes;
import jp.kiyome.ichitaro.raw.Out;

/** The lists of the sheets of a document: names and the storages they stand in. All numbers are little-endian. Stateless. */
public final class Sheets {

    private static final int MOST = 1000;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_PATH = 1024;
    private static final int SLOT = 16;
    private static final int AFTER_PATH = 28;

    /** As in files whose sheets have no colour: kind, colour of the tab, size of the window. */
    private static final byte[] SHEET_TAIL = {
        1, 0, -1, -1, -1, 0, -1, -1, -1, -1, 2, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    };

    private static final byte[] INFO_TAIL = {0, 0, 1, 0, 0, 0, -1, -1, -1, 0};

    /**
     * One sheet behind the first.
     *
     * @param number of its storage
     */
    public record Sheet(String name, int number) {

        public String storage() {
            return String.format(Locale.ROOT, "DOCS_%04d", number);
        }
    }

    private Sheets() {}

    /** What {@code DocItemInfo} lists. */
    public static List<Sheet> read(byte[] stream, Notes notes) {
        In in = new In(stream, notes);
        int count = in.littleEndianCount(MOST);
        List<Sheet> sheets = new ArrayList<>();
        boolean odd = false;
        for (int i = 0; i < count; i++) {
            odd |= in.littleEndianCount(0xFFFF) != 1;
            String raw = name(in, LONGEST_NAME);
            String name = Characters.name(raw, LONGEST_NAME);
            sheets.add(new Sheet(name, in.littleEndianCount(9999)));
            odd |= !name.equals(raw) || !Arrays.equals(in.take(SHEET_TAIL.length), SHEET_TAIL);
        }
        if (odd || in.left() > 0) {
            notes.changed("ichitaro.settings", "DocItemInfo");
        }
        return List.copyOf(sheets);
    }

    public static byte[] write(List<Sheet> sheets) {
        Out out = new Out().littleEndian32(sheets.size());
        for (Sheet sheet : sheets) {
            out.littleEndian32(1);
            name(sheet.name(), out);
            out.littleEndian32(sheet.number()).raw(SHEET_TAIL);
        }
        return out.toArray();
    }

    /** {@code DocItemInfo2} says where each sheet came from; nothing of it stays. */
    public static byte[] noPaths(byte[] stream, int sheets, Notes notes) {
        byte[] none = new byte[sheets * (4 + AFTER_PATH)];
        if (!Arrays.equals(stream, none)) {
            notes.removed("ichitaro.path", "DocItemInfo2");
        }
        return none;
    }

    /** {@code SheetInfo} anew: the name of the first sheet, and a slot for each. */
    public static byte[] info(byte[] stream, Notes notes) {
        In in = new In(stream, notes);
        int count = in.littleEndianCount(MOST);
        in.littleEndianCount(Integer.MAX_VALUE);
        in.take(count * SLOT + 16);
        String name = Characters.name(name(in, LONGEST_PATH), LONGEST_NAME);
        Out out = new Out().littleEndian32(count).littleEndian32(2).zeros(count * SLOT);
        out.littleEndian32(0x1B).littleEndian32(0).littleEndian32(-1).littleEndian32(2);
        name(name, out);
        byte[] info = out.raw(INFO_TAIL).toArray();
        if (!Arrays.equals(info, stream)) {
            notes.changed("ichitaro.settings", "SheetInfo");
        }
        return info;
    }

    private static String name(In in, int longest) {
        int length = in.littleEndianCount(longest);
        return new String(in.take(2 * length), StandardCharsets.UTF_16LE);
    }

    private static void name(String name, Out out) {
        out.littleEndian32(name.length()).raw(name.getBytes(StandardCharsets.UTF_16LE));
    }
}
