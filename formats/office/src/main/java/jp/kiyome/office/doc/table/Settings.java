package jp.kiyome.office.doc.table;

import java.util.List;
import jp.kiyome.office.value.AllowLines;

/** The settings of a document ([MS-DOC] 2.7.1, Dop): only the bits that {@code dop.allow} names are carried over. */
public final class Settings {

    private record Line(int offset, long mask, int size) {}

    private static final List<Line> LINES = AllowLines.of(Settings.class, "dop.allow").stream()
            .map(words -> new Line(
                    Integer.parseInt(words.getFirst()),
                    Long.parseLong(words.get(1).substring(2), 16),
                    (words.get(1).length() - 2) / 2))
            .toList();

    private static final int TYPOGRAPHY = 90;
    private static final int FOLLOWING = 101;
    private static final int LEADING = 51;

    private Settings() {}

    /**
     * Settings with what the table of them names.
     *
     * @param size bytes to write
     */
    public static byte[] rebuilt(byte[] settings, int size) {
        byte[] kept = new byte[size];
        for (Line line : LINES) {
            if (line.offset + line.size <= Math.min(settings.length, size)) {
                for (int i = 0; i < line.size; i++) {
                    kept[line.offset + i] = (byte) (settings[line.offset + i] & line.mask >> 8 * i);
                }
            }
        }
        if (settings.length >= TYPOGRAPHY + 6 + 2 * (FOLLOWING + LEADING)) {
            typography(settings, kept);
        }
        return kept;
    }

    /** DopTypography (2.7.8): characters that no line begins or ends with, as many as it counts. */
    private static void typography(byte[] settings, byte[] kept) {
        int following = Math.clamp(u16(settings, TYPOGRAPHY + 2), 0, FOLLOWING - 1);
        int leading = Math.clamp(u16(settings, TYPOGRAPHY + 4), 0, LEADING - 1);
        kept[TYPOGRAPHY] = settings[TYPOGRAPHY];
        kept[TYPOGRAPHY + 1] = (byte) (settings[TYPOGRAPHY + 1] & 0x03);
        kept[TYPOGRAPHY + 2] = (byte) following;
        kept[TYPOGRAPHY + 4] = (byte) leading;
        int at = TYPOGRAPHY + 6;
        System.arraycopy(settings, at, kept, at, 2 * following);
        System.arraycopy(settings, at + 2 * FOLLOWING, kept, at + 2 * FOLLOWING, 2 * leading);
    }

    private static int u16(byte[] bytes, int at) {
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }
}
