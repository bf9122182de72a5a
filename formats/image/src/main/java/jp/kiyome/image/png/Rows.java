package jp.kiyome.image.png;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows that an image's data holds, in order: all of them once, or those of the seven passes of Adam7 (PNG 8.2).
 *
 * @param pixels of each row of the run
 * @param count rows of the run; the filter begins anew with each run
 */
record Rows(int pixels, int count) {

    private static final int[] X_START = {0, 4, 0, 2, 0, 1, 0};
    private static final int[] Y_START = {0, 0, 4, 0, 2, 0, 1};
    private static final int[] X_STEP = {8, 8, 4, 4, 2, 2, 1};
    private static final int[] Y_STEP = {8, 8, 8, 4, 4, 2, 2};

    static List<Rows> of(PngHeader header) {
        if (!header.interlaced()) {
            return List.of(new Rows(header.width(), header.height()));
        }
        List<Rows> passes = new ArrayList<>();
        for (int pass = 0; pass < 7; pass++) {
            int pixels = (header.width() - X_START[pass] + X_STEP[pass] - 1) / X_STEP[pass];
            int count = (header.height() - Y_START[pass] + Y_STEP[pass] - 1) / Y_STEP[pass];
            if (pixels > 0 && count > 0) {
                passes.add(new Rows(pixels, count));
            }
        }
        return passes;
    }
}
