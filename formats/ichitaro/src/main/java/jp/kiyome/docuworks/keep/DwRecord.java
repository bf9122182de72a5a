package jp.kiyome.docuworks.keep;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;

/** One record of DocuWorks in a drawing: parts of paths with their points, clips, pictures. One file, one thread. */
final class DwRecord {

    private static final int POINTS_AT = 12;
    private static final int MOST_POINTS = 1 << 20;
    private static final int LARGEST = 1 << 24;

    /** What points are: lines and figures, open and closed, curves, polygons of their own. */
    private static final Set<Integer> OPERATIONS = Set.of(0, 1, 2, 3, 0x10, 0x11, 0x12, 0x13, 0x20, 0x40);

    private final DwPicture pictures;

    DwRecord(Session session) {
        this.pictures = new DwPicture(session);
    }

    /** The record as it may stand in an output; empty for one that may not. */
    Optional<byte[]> kept(Content content) {
        if (content.size() < 4 || content.size() > LARGEST) {
            return Optional.empty();
        }
        byte[] data = Drawing.bytes(content);
        int third = data[2];
        int fourth = data[3];
        if (third == '0' && fourth >= '1' && fourth <= '6') {
            return sized(data, fourth == '6' ? 20 : 4);
        }
        if (fourth == 0 && third == 'a') {
            return pictures.kept(content);
        }
        if (fourth == 0 && third == 'b') {
            return Optional.of(Arrays.copyOf(data, 4));
        }
        if (fourth == 0 && third == 'c') {
            return sized(data, 60);
        }
        return OPERATIONS.contains(third) && isPoints(data) ? Optional.of(data) : Optional.empty();
    }

    private static Optional<byte[]> sized(byte[] data, int size) {
        return data.length >= size ? Optional.of(Arrays.copyOf(data, size)) : Optional.empty();
    }

    /** A count, a first point, and the others as the fourth byte says, up to the end of the record. */
    private static boolean isPoints(byte[] data) {
        if (data.length < POINTS_AT) {
            return false;
        }
        long count = word(data, 4);
        if (count < 1 || count > MOST_POINTS) {
            return false;
        }
        return switch (data[3] & 0xFF) {
            case 0x00 -> data.length == 8 + 8 * count;
            case 0x20 -> data.length == 8 + 4 * count;
            case 0x40 -> data.length == POINTS_AT + 2 * (count - 1);
            case 0x80 -> isNibbles(data, count - 1, false) || isNibbles(data, count - 1, true);
            default -> false;
        };
    }

    /** Steps of four bits; -8 stands for a step in the next byte, where -128 may stand for one in the next two. */
    private static boolean isNibbles(byte[] data, long count, boolean wide) {
        int at = POINTS_AT;
        for (long i = 0; i < count; i++) {
            if (at >= data.length) {
                return false;
            }
            int both = data[at++] & 0xFF;
            for (int nibble : new int[] {both >> 4, both & 0xF}) {
                if (nibble == 8) {
                    boolean two = wide && at < data.length && data[at] == -128;
                    at += two ? 3 : 1;
                }
            }
        }
        return at == data.length;
    }

    static long word(byte[] data, int at) {
        return (data[at] & 0xFF)
                | (data[at + 1] & 0xFF) << 8
                | (data[at + 2] & 0xFF) << 16
                | (long) (data[at + 3] & 0xFF) << 24;
    }
}
