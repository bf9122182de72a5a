package jp.kiyome.image.webp.lossless;

import java.util.Arrays;

/** The colours of a picture, where they are few. Stateless. */
final class Palette {

    private static final int SLOTS = 1024;

    private Palette() {}

    /** The colours in rising order as signed numbers; none when there are more than {@code most}, at most 256. */
    static int[] of(int[] pixels, int most) {
        int[] slots = new int[SLOTS];
        boolean[] taken = new boolean[SLOTS];
        int[] colours = new int[most];
        int count = 0;
        int last = ~pixels[0];
        for (int argb : pixels) {
            if (argb == last) {
                continue;
            }
            last = argb;
            int slot = argb * 0x1E35A7BD >>> 22;
            while (taken[slot] && slots[slot] != argb) {
                slot = slot + 1 & SLOTS - 1;
            }
            if (!taken[slot]) {
                if (count == most) {
                    return new int[0];
                }
                taken[slot] = true;
                slots[slot] = argb;
                colours[count++] = argb;
            }
        }
        int[] found = Arrays.copyOf(colours, count);
        Arrays.sort(found);
        return found;
    }
}
