package jp.kiyome.image.metafile;

import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.image.stream.ByteReader;

/**
 * The header of a device-independent bitmap ([MS-WMF] 2.2.2.9), as far as one must know it to make a BMP file of it.
 *
 * @param headerSize 12, or 40 and more
 * @param height negative when the first row stored is the highest
 * @param plainMasks whether blue, green and red are the first three bytes of a 32-bit pixel
 * @param infoSize bytes of header, masks and palette, as the header claims
 */
record Dib(int headerSize, int width, int height, int bits, boolean plainMasks, long infoSize) {

    static final int INFO_HEADER = 40;

    private static final int CORE_HEADER = 12;
    private static final int BITFIELDS = 3;
    private static final Set<Integer> HEADERS = Set.of(CORE_HEADER, INFO_HEADER, 52, 56, 64, 108, 124);
    private static final Dib NONE = new Dib(0, 0, 0, 0, false, 0);

    /** Reads a header; {@link #plausible} says whether it was one. */
    static Dib of(Content info) {
        ByteReader in = new ByteReader(info);
        if (in.remaining() < CORE_HEADER) {
            return NONE;
        }
        int size = in.i32le();
        if (!HEADERS.contains(size) || in.remaining() < size - 4) {
            return NONE;
        }
        if (size == CORE_HEADER) {
            int width = in.u16le();
            int height = in.u16le();
            in.skip(2);
            int bits = in.u16le();
            return new Dib(size, width, height, bits, false, CORE_HEADER + (bits > 8 ? 0 : 3L << bits));
        }
        int width = in.i32le();
        int height = in.i32le();
        in.skip(2);
        int bits = in.u16le();
        int compression = in.i32le();
        in.skip(12);
        long used = in.u32le();
        long palette = bits <= 8 ? (used == 0 ? 1L << bits : Math.min(used, 1L << bits)) : used;
        int masks = size == INFO_HEADER && compression == BITFIELDS ? 12 : 0;
        boolean plain = compression == 0;
        if (masks > 0 && info.size() >= INFO_HEADER + masks) {
            in.seek(INFO_HEADER);
            plain = in.i32le() == 0xFF0000 && in.i32le() == 0xFF00 && in.i32le() == 0xFF;
        }
        return new Dib(size, width, height, bits, plain, size + masks + palette * 4);
    }

    boolean plausible() {
        return width > 0 && height != 0 && height != Integer.MIN_VALUE && (bits >= 1 && bits <= 32);
    }

    /** Whether pixels are numbers of palette entries. */
    boolean indexed() {
        return bits <= 8;
    }

    /** Whether its fourth byte may be transparency, which only the record around it can tell. */
    boolean mayHaveAlpha() {
        return headerSize == INFO_HEADER && bits == 32 && plainMasks;
    }
}
