package jp.kiyome.docuworks.element;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;

/** Numbers: signed, the highest byte first, in as few bytes as there can be; and lists of them. Stateless. */
public final class Numbers {

    private Numbers() {}

    /** Up to eight bytes. */
    public static long signed(byte[] bytes) {
        if (bytes.length == 0 || bytes.length > 8) {
            throw Element.broken("a number of " + bytes.length + " bytes");
        }
        long value = bytes[0] < 0 ? -1 : 0;
        for (byte b : bytes) {
            value = value << 8 | b & 0xFF;
        }
        return value;
    }

    /** A number that counts or measures something. */
    public static long unsigned(byte[] bytes) {
        long value = signed(bytes);
        return bytes.length <= 4 ? value & 0xFFFF_FFFFL : value;
    }

    public static byte[] bytes(long value) {
        int count = 1;
        while (count < 8 && value >> 8 * count - 1 != 0 && value >> 8 * count - 1 != -1) {
            count++;
        }
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (value >> 8 * (count - 1 - i));
        }
        return bytes;
    }

    /** Items, each behind a byte that says how long it is; empty where they do not end where the value does. */
    public static Optional<List<byte[]>> items(byte[] value) {
        List<byte[]> items = new ArrayList<>();
        int at = 0;
        while (at < value.length) {
            int length = value[at++] & 0xFF;
            if (length > value.length - at) {
                return Optional.empty();
            }
            items.add(Arrays.copyOfRange(value, at, at + length));
            at += length;
        }
        return Optional.of(items);
    }

    public static void item(byte[] item, ByteArrayOutputStream out) {
        out.write(item.length);
        out.writeBytes(item);
    }

    /** What DocuWorks checks blocks with: all whole words of four bytes, the lowest first, xored. */
    public static int check(Content block) {
        int check = 0;
        for (long at = 0; at + 4 <= block.size(); at += 4) {
            check ^= (int) block.littleEndian(at, 4);
        }
        return check;
    }
}
