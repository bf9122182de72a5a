package jp.kiyome.testcorpus.docuworks;

import jp.kiyome.testcorpus.zip.Bytes;

/** Elements in the making. */
final class Tlv {

    private final Bytes out = new Bytes();

    Tlv add(int tag, byte[] value) {
        return add(tag & 0xE0, tag & 0x1F, value);
    }

    Tlv add(int kind, int number, byte[] value) {
        if (number < 31) {
            out.octets(kind | number);
        } else {
            out.octets(kind | 31);
            if (number >= 128) {
                out.octets(0x80 | number >> 7);
            }
            out.octets(number & 0x7F);
        }
        int length = value.length;
        if (length < 0x80) {
            out.octets(length);
        } else if (length < 0xFF) {
            out.octets(0x81, length);
        } else if (length < 0x10000) {
            out.octets(0x82).bigEndian16(length);
        } else {
            out.octets(0x83, length >> 16).bigEndian16(length);
        }
        out.raw(value);
        return this;
    }

    Tlv number(int tag, long value) {
        return add(tag, shortest(value));
    }

    Tlv raw(byte[] bytes) {
        out.raw(bytes);
        return this;
    }

    byte[] get() {
        return out.toArray();
    }

    static byte[] shortest(long value) {
        int count = 1;
        while (value >> 8 * count - 1 != 0 && value >> 8 * count - 1 != -1) {
            count++;
        }
        Bytes bytes = new Bytes();
        for (int i = count - 1; i >= 0; i--) {
            bytes.octets((int) (value >> 8 * i));
        }
        return bytes.toArray();
    }

    /** Numbers, each behind its length. */
    static byte[] list(long... numbers) {
        Bytes out = new Bytes();
        for (long number : numbers) {
            byte[] one = shortest(number);
            out.octets(one.length).raw(one);
        }
        return out.toArray();
    }

    static int check(byte[] block) {
        int check = 0;
        for (int i = 0; i + 4 <= block.length; i += 4) {
            check ^= block[i] & 0xFF | (block[i + 1] & 0xFF) << 8 | (block[i + 2] & 0xFF) << 16 | block[i + 3] << 24;
        }
        return check;
    }
}
