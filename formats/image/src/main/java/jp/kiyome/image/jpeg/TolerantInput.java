package jp.kiyome.image.jpeg;

import jp.kiyome.core.content.Content;
import jp.kiyome.image.stream.ByteReader;

/**
 * The bits of a damaged scan as libjpeg reads them (jdhuff.c, jdmarker.c): zeros stand for what a marker cuts off, and restart markers
 * bring reader and data together again. So the rebuilt picture is the one that viewers show. Not for sharing.
 */
final class TolerantInput {

    private static final int NONE = 0;
    private static final int RST0 = 0xD0;

    private final ByteReader in;
    private long window;
    private int count;
    private int marker = NONE;
    private boolean insufficient;

    TolerantInput(Content content, long start, long end) {
        this.in = new ByteReader(content, start, end);
        in.seek(start);
    }

    /** Whether zeros were given out since the last restart. */
    boolean insufficient() {
        return insufficient;
    }

    /** The next bits, 0 to 16. */
    int bits(int wanted) {
        while (count < wanted) {
            window = window << 8 | next();
            count += 8;
        }
        count -= wanted;
        return (int) (window >>> count) & (1 << wanted) - 1;
    }

    private int next() {
        if (marker == NONE && in.remaining() > 0) {
            int value = in.u8();
            if (value != 0xFF) {
                return value;
            }
            while (value == 0xFF && in.remaining() > 0) {
                value = in.u8();
            }
            if (value == 0) {
                return 0xFF;
            }
            marker = value == 0xFF ? Marker.EOI : value;
        }
        insufficient = true;
        return 0;
    }

    void restart(int number) {
        count = 0;
        if (marker == NONE) {
            nextMarker();
        }
        resynchronise(number);
        if (marker == NONE) {
            insufficient = false;
        }
    }

    /** As {@code jpeg_resync_to_restart} decides: take the marker, pass over it, or leave it for later. */
    private void resynchronise(int number) {
        while (marker != RST0 + number) {
            boolean restart = marker >= RST0 && marker <= RST0 + 7;
            int ahead = marker - RST0 - number & 7;
            if (marker >= Marker.SOF0 && (!restart || ahead == 1 || ahead == 2)) {
                return;
            }
            if (marker >= Marker.SOF0 && ahead != 6 && ahead != 7) {
                break;
            }
            nextMarker();
        }
        marker = NONE;
    }

    private void nextMarker() {
        marker = Marker.EOI;
        while (in.remaining() > 0) {
            in.skipTo((byte) 0xFF);
            int value = 0xFF;
            while (value == 0xFF && in.remaining() > 0) {
                value = in.u8();
            }
            if (value != 0 && value != 0xFF) {
                marker = value;
                return;
            }
        }
    }
}
