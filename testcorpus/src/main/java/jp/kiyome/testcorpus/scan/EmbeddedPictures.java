package jp.kiyome.testcorpus.scan;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The PNG pictures inside a file, found by how they begin and end: in streams of compound files, and in every layer of others (members of
 * archives, hex, base64).
 */
final class EmbeddedPictures {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final int END = 0x49454E44;
    private static final int DRAWING_GROUP = 0xEB;
    private static final int CONTINUE = 0x3C;

    /** A picture in RTF: digits, with ends of lines between them. */
    private static final Pattern HEX = Pattern.compile("89504e47[0-9a-fA-F\\s]{40,}", Pattern.CASE_INSENSITIVE);

    private EmbeddedPictures() {}

    /** Size and hash of the pixels of each that differs from the others, in an order of their own. */
    static List<String> of(byte[] file) {
        Set<String> pictures = new TreeSet<>();
        if (CompoundStreams.is(file)) {
            Map<String, byte[]> streams = CompoundStreams.of(file);
            streams.forEach((name, bytes) -> in(name.equals("Workbook") ? drawings(bytes) : bytes, pictures));
        } else {
            Layers.of(file).forEach(layer -> in(layer.bytes(), pictures));
            Matcher hex = HEX.matcher(new String(file, StandardCharsets.ISO_8859_1));
            while (hex.find()) {
                String digits = hex.group().replaceAll("\\s", "");
                in(HexFormat.of().parseHex(digits, 0, digits.length() / 2 * 2), pictures);
            }
        }
        return List.copyOf(pictures);
    }

    private static void in(byte[] bytes, Set<String> pictures) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        for (int at = 0; at + SIGNATURE.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length)) {
                String pixels = ShownPictures.pixels(Arrays.copyOfRange(bytes, at, end(in, at + SIGNATURE.length)));
                if (!pixels.isEmpty()) {
                    pictures.add(pixels);
                }
            }
        }
    }

    /** Behind the chunk that ends a picture: a length, a name, so many bytes, a sum. */
    private static int end(ByteBuffer in, int first) {
        int at = first;
        while (at + 12 <= in.capacity()) {
            int length = in.getInt(at);
            if (in.getInt(at + 4) == END || length < 0 || length > in.capacity() - at - 12) {
                return Math.min(in.capacity(), at + 12);
            }
            at += 12 + length;
        }
        return in.capacity();
    }

    /** What the drawings of a workbook share, out of its records ([MS-XLS] 2.4.171). */
    private static byte[] drawings(byte[] workbook) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        boolean inside = false;
        for (int at = 0; at + 4 <= workbook.length; ) {
            int id = (workbook[at] & 0xFF) | (workbook[at + 1] & 0xFF) << 8;
            int size = (workbook[at + 2] & 0xFF) | (workbook[at + 3] & 0xFF) << 8;
            inside = id == DRAWING_GROUP || inside && id == CONTINUE;
            if (inside) {
                all.write(workbook, at + 4, Math.min(size, workbook.length - at - 4));
            }
            at += 4 + size;
        }
        return all.toByteArray();
    }
}
