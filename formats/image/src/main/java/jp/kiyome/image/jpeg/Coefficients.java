package jp.kiyome.image.jpeg;

import jp.kiyome.image.stream.Noise;
import jp.kiyome.image.stream.Refused;

/**
 * All quantised coefficients of a picture, for files whose scans cannot be copied one block at a time. Not for sharing.
 *
 * <p>Each plane holds one component's visible blocks line by line, sixty-four values each in zigzag order.
 */
final class Coefficients {

    /** About 60 megapixels at 4:2:0; a fixed number, so that the same file meets the same end on every machine. */
    static final long MAX_BYTES = 192L << 20;

    private final short[][] planes;

    Coefficients(Frame frame) {
        long bytes = frame.blocks() * 64 * Short.BYTES;
        if (bytes > MAX_BYTES) {
            throw Refused.tooLarge("JPEG of several scans with " + bytes + " bytes of coefficients");
        }
        planes = new short[frame.components().size()][];
        for (int i = 0; i < planes.length; i++) {
            planes[i] = new short[Math.toIntExact(frame.components().get(i).blocks() * 64)];
        }
    }

    short[] plane(int component) {
        return planes[component];
    }

    /** Replaces the lowest bits of the AC coefficients that are two or more, where the policy wants that. */
    void disturb(Frame frame, Noise noise) {
        for (int component = 0; noise.on() && component < planes.length; component++) {
            int wide = frame.components().get(component).blocksWide();
            short[] plane = planes[component];
            for (int i = 0; i < plane.length; i++) {
                int magnitude = Math.abs(plane[i]);
                if ((i & 63) != 0 && magnitude > 1) {
                    long place = SequentialPass.place(component, i / 64 / wide, i / 64 % wide) + (i & 63);
                    int replaced = noise.value(magnitude, place);
                    plane[i] = (short) (plane[i] < 0 ? -replaced : replaced);
                }
            }
        }
    }

    /**
     * The zigzag index of the last coefficient of each block of a plane that is not 0. Most blocks are short, and an encoder that knows
     * need not look at all sixty-four in every scan.
     */
    static byte[] lastIndexes(short[] plane) {
        byte[] last = new byte[plane.length / 64];
        for (int block = 0; block < last.length; block++) {
            int k = 63;
            while (k > 0 && plane[block * 64 + k] == 0) {
                k--;
            }
            last[block] = (byte) k;
        }
        return last;
    }
}
