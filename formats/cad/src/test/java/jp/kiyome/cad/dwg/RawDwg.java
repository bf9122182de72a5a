package jp.kiyome.cad.dwg;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Puts small drawings of AutoCAD 2000 together, with room between the parts and a preview that none of them names. */
final class RawDwg {

    private static final int SEED = 0xC0C1;

    private RawDwg() {}

    /** A drawing whose objects have these types, one of which may be {@code 500}, the class with a name. */
    static byte[] of(String className, List<Integer> types) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int start = 0x19 + 9 * 6 + 18;
        body.writeBytes("preview-marker".getBytes(StandardCharsets.US_ASCII));
        int variables = start + body.size();
        section(body, "cf7b1f23fdde38a95f7c68b84e6d335f", "header variables".getBytes(StandardCharsets.US_ASCII));
        int classes = start + body.size();
        section(body, "8da1c4b8c4a9f8c5c0dcf45fe7cfb68a", classList(className));
        ByteArrayOutputStream pairs = new ByteArrayOutputStream();
        int last = 0;
        for (int type : types) {
            body.writeBytes("gap-marker".getBytes(StandardCharsets.US_ASCII));
            int at = start + body.size();
            pairs.write(1);
            group(pairs, at - last);
            last = at;
            object(body, type);
        }
        int map = start + body.size();
        part(body, pairs.toByteArray());
        part(body, new byte[0]);
        int size = start + body.size() - map;
        body.writeBytes("second-marker".getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(new byte[] {'A', 'C', '1', '0', '1', '5', 0, 0, 0, 0, 0, 15, 1});
        little(file, start, 4);
        little(file, 0x251D, 2);
        little(file, 30, 2);
        little(file, 6, 4);
        int[][] locators = {{variables, classes - variables}, {classes, 1}, {map, size}, {0, 0}, {0, 0}, {0, 0}};
        for (int i = 0; i < locators.length; i++) {
            file.write(i);
            little(file, locators[i][0], 4);
            little(file, locators[i][1], 4);
        }
        little(file, sum(file.toByteArray(), 0) ^ 0x8461, 2);
        file.writeBytes(HexFormat.of().parseHex("95a04e2899821ae55e41e05f9d3a4d00"));
        file.writeBytes(body.toByteArray());
        return file.toByteArray();
    }

    private static void section(ByteArrayOutputStream out, String mark, byte[] data) {
        byte[] before = HexFormat.of().parseHex(mark);
        ByteArrayOutputStream checked = new ByteArrayOutputStream();
        little(checked, data.length, 4);
        checked.writeBytes(data);
        out.writeBytes(before);
        out.writeBytes(checked.toByteArray());
        little(out, sum(checked.toByteArray(), SEED), 2);
        for (byte b : before) {
            out.write(~b);
        }
    }

    /** One class, 500, in bits: number, version, application, name, name in DXF, proxy, kind; then bits to fill the last byte. */
    private static byte[] classList(String name) {
        StringBuilder bits = new StringBuilder();
        number(bits, 500);
        number(bits, 0);
        for (String text : List.of("app", "AcDbThing", name)) {
            number(bits, text.length());
            text.chars().forEach(c -> eight(bits, c));
        }
        bits.append('0');
        number(bits, 499);
        while (bits.length() % 8 != 0) {
            bits.append('0');
        }
        byte[] bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(8 * i, 8 * i + 8), 2);
        }
        return bytes;
    }

    private static void number(StringBuilder bits, int value) {
        bits.append("00");
        eight(bits, value);
        eight(bits, value >> 8);
    }

    private static void eight(StringBuilder bits, int value) {
        for (int bit = 7; bit >= 0; bit--) {
            bits.append((value >> bit & 1) == 1 ? '1' : '0');
        }
    }

    private static void object(ByteArrayOutputStream out, int type) {
        byte[] object = {
            8,
            0,
            (byte) (type >> 2 & 0x3F),
            (byte) ((type & 3) << 6 | type >> 10),
            (byte) (type >> 2 & 0xC0),
            1,
            2,
            3,
            4,
            5
        };
        out.writeBytes(object);
        little(out, sum(object, SEED), 2);
    }

    private static void part(ByteArrayOutputStream out, byte[] pairs) {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.write(pairs.length + 2 >> 8);
        part.write(pairs.length + 2);
        part.writeBytes(pairs);
        out.writeBytes(part.toByteArray());
        int sum = sum(part.toByteArray(), SEED);
        out.write(sum >> 8);
        out.write(sum);
    }

    private static void group(ByteArrayOutputStream out, int value) {
        int rest = value;
        for (; rest > 0x3F; rest >>= 7) {
            out.write(rest & 0x7F | 0x80);
        }
        out.write(rest);
    }

    private static void little(ByteArrayOutputStream out, int value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write(value >> 8 * i);
        }
    }

    /** Bit by bit, unlike the reader. */
    static int sum(byte[] bytes, int seed) {
        int crc = seed;
        for (byte b : bytes) {
            crc ^= b & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 1 ? crc >> 1 ^ 0xA001 : crc >> 1;
            }
        }
        return crc;
    }
}
