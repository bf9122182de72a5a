package jp.kiyome.archive.zstd;

import java.io.IOException;
import java.util.OptionalLong;
import jp.kiyome.core.finding.Refusal;

/**
 * The header of a frame (RFC 8878, 3.1.1.1).
 *
 * @param window bytes, at most {@link #MOST_WINDOW}
 * @param size decoded bytes, where told
 * @param checked whether a check sum follows the last block
 */
record FrameHead(int window, OptionalLong size, boolean checked) {

    /** Bytes: 8 MiB is what every decoder must take, level 19 has 8 MiB, and the largest that needs no option has 128. */
    static final long MOST_WINDOW = 64L << 20;

    private static final int LEAST_WINDOW = 1 << 10;

    static FrameHead read(ZstdInput.Bytes in) throws IOException {
        int flags = (int) in.little(1);
        boolean single = (flags & 0x20) != 0;
        if ((flags & 0x08) != 0) {
            throw Broken.because("a reserved bit");
        }
        long window = 0;
        if (!single) {
            int value = (int) in.little(1);
            long base = 1L << 10 + (value >>> 3);
            window = base + base / 8 * (value & 7);
        }
        int dictionary = flags & 3;
        if (dictionary > 0 && in.little(1 << dictionary - 1) != 0) {
            throw Broken.because("a dictionary is needed");
        }
        OptionalLong size = OptionalLong.empty();
        int width = flags >>> 6 == 0 ? (single ? 1 : 0) : 1 << (flags >>> 6);
        if (width > 0) {
            size = OptionalLong.of(in.little(width) + (width == 2 ? 256 : 0));
        }
        window = single ? size.orElse(0) : window;
        if (window < 0 || window > MOST_WINDOW) {
            throw Refusal.of("archive.window", Long.toUnsignedString(window));
        }
        return new FrameHead((int) Math.max(window, single ? 0 : LEAST_WINDOW), size, (flags & 4) != 0);
    }
}
