package jp.kiyome.archive.sevenz;

import java.io.ByteArrayOutputStream;
import java.util.BitSet;

/** Builds a header, number by number. */
final class HeaderOutput {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    HeaderOutput u8(int value) {
        out.write(value);
        return this;
    }

    HeaderOutput little(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> 8 * i));
        }
        return this;
    }

    /** In as few bytes as it fits in. */
    HeaderOutput number(long value) {
        int more = 0;
        while (more < 8 && value >>> 7 * (more + 1) != 0) {
            more++;
        }
        int ones = 0xFF00 >>> more & 0xFF;
        out.write(more < 7 ? ones | (int) (value >>> 8 * more) : ones);
        return little(value, more);
    }

    HeaderOutput bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    HeaderOutput bits(BitSet bits, int count) {
        for (int at = 0; at < count; at += 8) {
            int value = 0;
            for (int i = 0; i < 8; i++) {
                value |= bits.get(at + i) ? 0x80 >>> i : 0;
            }
            out.write(value);
        }
        return this;
    }

    /** A property of files: its id and size before it. */
    HeaderOutput property(int id, HeaderOutput content) {
        byte[] bytes = content.done();
        return u8(id).number(bytes.length).bytes(bytes);
    }

    byte[] done() {
        return out.toByteArray();
    }
}
