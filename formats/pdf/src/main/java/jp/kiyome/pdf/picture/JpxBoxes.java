package jp.kiyome.pdf.picture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What the boxes of a JP2 file say of its components (ISO/IEC 15444-1, I.5.3): everything else in them is passed over.
 *
 * @param colours components that make a colour; 0 where no box says it
 * @param opacity the component that says how opaque a pixel is; -1 for none
 * @param header the contents of the header box, as they stand; empty where there is none
 * @param codestream where the first codestream begins, and {@code end} where it ends; -1 where there is none
 */
// Nobody compares two of these.
@SuppressWarnings("ArrayRecordComponent")
record JpxBoxes(int colours, int opacity, byte[] header, int codestream, int end) {

    private static final int MOST_BOXES = 1024;

    /** Of a file of boxes, or of a codestream without any. */
    static JpxBoxes of(byte[] data) {
        if (data.length > 1 && (data[0] & 0xFF) == 0xFF && (data[1] & 0xFF) == 0x4F) {
            return new JpxBoxes(0, -1, new byte[0], 0, data.length);
        }
        Walk walk = new Walk(data);
        walk.boxes(0, data.length);
        return new JpxBoxes(walk.colours, walk.opacity, walk.header, walk.codestream, walk.end);
    }

    private static final class Walk {
        private final byte[] data;
        private int colours;
        private int opacity = -1;
        private int met;
        private byte[] header = {};
        private int codestream = -1;
        private int end = -1;

        Walk(byte[] data) {
            this.data = data;
        }

        void boxes(int from, int last) {
            long at = from;
            while (at + 8 <= last && ++met <= MOST_BOXES) {
                long length = number((int) at, 4);
                int head = length == 1 ? 16 : 8;
                if (length == 1 && at + 16 <= last) {
                    length = number((int) at + 8, 8);
                }
                long next = length == 0 ? last : at + length;
                if (length != 0 && length < head || next < at || next > last || at + head > last) {
                    return;
                }
                box(new String(data, (int) at + 4, 4, StandardCharsets.ISO_8859_1), (int) at + head, (int) next);
                at = next;
            }
        }

        private void box(String type, int from, int to) {
            switch (type) {
                case "jp2h" -> {
                    if (header.length == 0) {
                        header = Arrays.copyOfRange(data, from, to);
                        boxes(from, to);
                    }
                }
                case "jp2c" -> {
                    if (codestream < 0) {
                        codestream = from;
                        end = to;
                    }
                }
                case "colr" -> colours = colours == 0 ? colours(from, to) : colours;
                case "cdef" -> definitions(from, to);
                default -> {}
            }
        }

        /** I.5.3.3: an enumerated space, or a profile whose header names its space. */
        private int colours(int from, int to) {
            if (to - from >= 7 && data[from] == 1) {
                return switch ((int) number(from + 3, 4)) {
                    case 12 -> 4;
                    case 16, 18 -> 3;
                    case 17 -> 1;
                    default -> 0;
                };
            }
            String space = to - from >= 23 ? new String(data, from + 19, 4, StandardCharsets.ISO_8859_1) : "";
            return switch (space) {
                case "GRAY" -> 1;
                case "RGB " -> 3;
                case "CMYK" -> 4;
                default -> 0;
            };
        }

        /** I.5.3.6. */
        private void definitions(int from, int to) {
            for (int at = from + 2; at + 6 <= to; at += 6) {
                long kind = number(at + 2, 2);
                if (opacity < 0 && (kind == 1 || kind == 2)) {
                    opacity = (int) number(at, 2);
                }
            }
        }

        private long number(int at, int bytes) {
            long number = 0;
            for (int i = at; i < at + bytes; i++) {
                number = number << 8 | data[i] & 0xFF;
            }
            return number;
        }
    }
}
