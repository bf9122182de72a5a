package jp.kiyome.archive.lha;

import java.io.InputStream;
import java.util.Arrays;
import jp.kiyome.container.packed.BitReader;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.container.packed.Window;
import jp.kiyome.core.finding.Location;

/** Unpacks what LArc packed: -lzs- and -lz5-, matches and literals without codes. Positions are places in a ring. */
final class LarcDecoder {

    private static final int SHORT_RING = 1 << 11;
    private static final int SHORT_OFFSET = 17;
    private static final int RING = 1 << 12;
    private static final int OFFSET = 18;

    private final BitReader in;
    private final Window window;
    private final int ring;
    private final long size;

    private LarcDecoder(InputStream packed, Location where, byte[] filling, long size, ByteTarget out) {
        this.in = BitReader.ofBytes(packed, where);
        this.ring = filling.length;
        this.size = size;
        this.window = new Window(ring, out);
        window.startWith(filling);
    }

    /** Unpacks -lzs-; returns whole bytes used. */
    static long shortWindow(InputStream packed, long size, Location where, ByteTarget out) {
        byte[] filling = new byte[SHORT_RING];
        Arrays.fill(filling, (byte) ' ');
        LarcDecoder decoder = new LarcDecoder(packed, where, filling, size, out);
        decoder.runShort();
        return decoder.in.position() + 7 >> 3;
    }

    /** Unpacks -lz5-; returns whole bytes used. */
    static long longWindow(InputStream packed, long size, Location where, ByteTarget out) {
        LarcDecoder decoder = new LarcDecoder(packed, where, filling(), size, out);
        decoder.runLong();
        return decoder.in.position() >> 3;
    }

    private void runShort() {
        while (window.written() < size) {
            if (in.flag()) {
                window.put(in.read(8));
            } else {
                match(in.read(11) + SHORT_OFFSET, in.read(4) + 2);
            }
        }
        window.flush();
    }

    private void runLong() {
        int flags = 1;
        while (window.written() < size) {
            if (flags == 1) {
                flags = 0x100 | in.read(8);
            }
            boolean literal = (flags & 1) != 0;
            flags >>>= 1;
            int first = in.read(8);
            if (literal) {
                window.put(first);
            } else {
                int second = in.read(8);
                match((first | (second & 0xF0) << 4) + OFFSET, (second & 0x0F) + 3);
            }
        }
        window.flush();
    }

    private void match(int place, int length) {
        if (length > size - window.written()) {
            throw in.broken("more than " + size + " bytes");
        }
        int distance = (int) (window.written() - place) & ring - 1;
        window.copy(distance == 0 ? ring : distance, length);
    }

    /** What stands in the ring of -lz5- before the first byte: runs of each value, all values up and down, zeros, blanks. */
    private static byte[] filling() {
        byte[] filling = new byte[RING];
        int at = OFFSET;
        for (int value = 0; value < 256; value++, at += 13) {
            Arrays.fill(filling, at, at + 13, (byte) value);
        }
        for (int value = 0; value < 256; value++) {
            filling[at + value] = (byte) value;
            filling[at + 256 + value] = (byte) (255 - value);
        }
        at += 512 + 128;
        Arrays.fill(filling, at, RING, (byte) ' ');
        return filling;
    }
}
