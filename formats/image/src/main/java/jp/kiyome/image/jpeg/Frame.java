package jp.kiyome.image.jpeg;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;

/**
 * The frame header (T.81 B.2.2).
 *
 * @param progressive whether the scans are progressive (SOF2) or sequential (SOF0, SOF1)
 * @param width in samples, 1 to 65535
 * @param height in lines, 1 to 65535
 */
record Frame(boolean progressive, int width, int height, List<Component> components) {

    /** T.81 B.2.3: more blocks than that do not fit one interleaved unit. */
    private static final int MAX_BLOCKS_IN_MCU = 10;

    static Frame read(ByteReader in, boolean progressive) {
        int precision = in.u8();
        if (precision != 8) {
            throw Refused.unsupported("JPEG with " + precision + " bits a sample");
        }
        int height = in.u16be();
        int width = in.u16be();
        int count = in.u8();
        if (height == 0) {
            throw Refused.unsupported("JPEG whose height comes later (DNL)");
        }
        if (width == 0 || (count != 1 && count != 3 && count != 4)) {
            throw Refused.damaged("JPEG frame of width " + width + " with " + count + " components");
        }
        in.require(3L * count);
        int[][] fields = new int[count][];
        for (int i = 0; i < count; i++) {
            fields[i] = new int[] {in.u8(), in.u8(), in.u8()};
        }
        if (in.remaining() > 0) {
            throw Refused.damaged("JPEG frame header longer than its components");
        }
        return new Frame(progressive, width, height, components(fields, width, height));
    }

    private static List<Component> components(int[][] fields, int width, int height) {
        Set<Integer> ids = new HashSet<>();
        int hMax = 1;
        int vMax = 1;
        for (int[] field : fields) {
            int h = field[1] >> 4;
            int v = field[1] & 15;
            if (!ids.add(field[0]) || h < 1 || h > 4 || v < 1 || v > 4 || field[2] > 3) {
                throw Refused.damaged("JPEG component with sampling " + h + "x" + v + ", table " + field[2]);
            }
            hMax = Math.max(hMax, h);
            vMax = Math.max(vMax, v);
        }
        Component[] result = new Component[fields.length];
        for (int i = 0; i < fields.length; i++) {
            int h = fields[i][1] >> 4;
            int v = fields[i][1] & 15;
            result[i] =
                    new Component(fields[i][0], h, v, fields[i][2], blocks(width, h, hMax), blocks(height, v, vMax));
        }
        return List.of(result);
    }

    /** T.81 A.1.1 and A.2.4: samples of the component, then blocks, both rounded up. */
    private static int blocks(int size, int factor, int max) {
        int samples = (size * factor + max - 1) / max;
        return (samples + 7) / 8;
    }

    int hMax() {
        return components.stream().mapToInt(Component::h).max().orElse(1);
    }

    int vMax() {
        return components.stream().mapToInt(Component::v).max().orElse(1);
    }

    int mcusWide() {
        return (width + 8 * hMax() - 1) / (8 * hMax());
    }

    int mcusHigh() {
        return (height + 8 * vMax() - 1) / (8 * vMax());
    }

    long blocks() {
        return components.stream().mapToLong(Component::blocks).sum();
    }

    long pixels() {
        return (long) width * height;
    }

    /** Whether all components fit one interleaved scan. */
    boolean interleaves() {
        return components.stream().mapToInt(c -> c.h() * c.v()).sum() <= MAX_BLOCKS_IN_MCU;
    }
}
