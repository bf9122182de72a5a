package jp.kiyome.pdf.picture;

import java.nio.charset.StandardCharsets;

/**
 * What the boxes of a JP2 file say of its components (ISO/IEC 15444-1, I.5.3): everything else in them is passed over.
 *
 * @param colours components that make a colour; 0 where no box says it
 * @param opacity the component that says how opaque a pixel is; -1 for none
 */
record JpxBoxes(int colours, int opacity) {

    private static final int MOST_BOXES = 1024;

    static JpxBoxes of(byte[] data) {
        Walk walk = new Walk(data);
        walk.boxes(0, data.length);
        return new JpxBoxes(walk.colours, walk.opacity);
    }

    private static final class Walk {
        private final byte[] data;
        private int colours;
        private int opacity = -1;
        private int met;

        Walk(byte[] data) {
            this.data = data;
        }

        void boxes(int from, int end) {
            long at = from;
            while (at + 8 <= end && ++met <= MOST_BOXES) {
                long length = number((int) at, 4);
                int head = length == 1 ? 16 : 8;
                if (length == 1 && at + 16 <= end) {
                    length = number((int) at + 8, 8);
                }
                long next = length == 0 ? end : at + length;
                if (length != 0 && length < head || next > end || at + head > end) {
                    return;
                }
                box(new String(data, (int) at + 4, 4, StandardCharsets.ISO_8859_1), (int) at + head, (int) next);
                at = next;
            }
        }

        private void box(String type, int from, int end) {
            switch (type) {
                case "jp2h" -> boxes(from, end);
                case "colr" -> colours = colours == 0 ? colours(from, end) : colours;
                case "cdef" -> definitions(from, end);
                default -> {}
            }
        }

        /** I.5.3.3: an enumerated space, or a profile whose header names its space. */
        private int colours(int from, int end) {
            if (end - from >= 7 && data[from] == 1) {
                return switch ((int) number(from + 3, 4)) {
                    case 12 -> 4;
                    case 16, 18 -> 3;
                    case 17 -> 1;
                    default -> 0;
                };
            }
            String space = end - from >= 23 ? new String(data, from + 19, 4, StandardCharsets.ISO_8859_1) : "";
            return switch (space) {
                case "GRAY" -> 1;
                case "RGB " -> 3;
                case "CMYK" -> 4;
                default -> 0;
            };
        }

        /** I.5.3.6. */
        private void definitions(int from, int end) {
            for (int at = from + 2; at + 6 <= end; at += 6) {
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
