package jp.kiyome.image.jpeg;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** ICC profiles lie in numbered parts, for a segment holds at most 65533 bytes (ICC.1:2022 B.4). Stateless. */
final class ProfileParts {

    /** 65533 less the identifier and the two numbers. */
    private static final int MAX_PART = 65_519;

    private ProfileParts() {}

    /** Joins parts that begin with their number and the count of parts; an incomplete set joins to nothing. */
    static byte[] join(List<byte[]> parts) {
        byte[][] ordered = new byte[256][];
        int count = parts.getFirst()[1] & 0xFF;
        for (byte[] part : parts) {
            ordered[part[0] & 0xFF] = part;
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int number = 1; number <= count; number++) {
            byte[] part = ordered[number];
            if (part == null || parts.size() != count) {
                return new byte[0];
            }
            joined.write(part, 2, part.length - 2);
        }
        return joined.toByteArray();
    }

    static int count(int profileLength) {
        return (profileLength + MAX_PART - 1) / MAX_PART;
    }

    /** Start of part {@code number}, counted from 1; the next part's start is this one's end. */
    static int start(int number, int profileLength) {
        return Math.min(profileLength, (number - 1) * MAX_PART);
    }
}
