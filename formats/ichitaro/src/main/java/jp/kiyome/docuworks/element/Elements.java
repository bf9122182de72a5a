package jp.kiyome.docuworks.element;

import java.io.ByteArrayOutputStream;

/** Writes elements as DocuWorks does: lengths of 255 and more in two bytes at least. Not thread-safe. */
public final class Elements {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static int tagSize(int number) {
        return number < 0x1F ? 1 : number < 0x80 ? 2 : number < 0x4000 ? 3 : 4;
    }

    /** The tag and the length of an element. */
    public static byte[] head(int kind, int number, long length) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        if (number < 0x1F) {
            head.write(kind | number);
        } else {
            head.write(kind | 0x1F);
            for (int group = tagSize(number) - 2; group >= 0; group--) {
                head.write(number >> 7 * group & 0x7F | (group == 0 ? 0 : 0x80));
            }
        }
        if (length < 0x80) {
            head.write((int) length);
        } else {
            int bytes = length < 0xFF ? 1 : length < 0x10000 ? 2 : length < 0x1000000 ? 3 : 4;
            head.write(0x80 | bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                head.write((int) (length >> 8 * i));
            }
        }
        return head.toByteArray();
    }

    public Elements add(int kind, int number, byte[] value) {
        out.writeBytes(head(kind, number, value.length));
        out.writeBytes(value);
        return this;
    }

    /** An element whose tag is one byte. */
    public Elements add(int tag, byte[] value) {
        return add(tag & 0xE0, tag & 0x1F, value);
    }

    public Elements number(int tag, long value) {
        return add(tag, Numbers.bytes(value));
    }

    public Elements raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    public byte[] toArray() {
        return out.toByteArray();
    }
}
