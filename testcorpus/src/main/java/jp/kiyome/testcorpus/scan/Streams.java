package jp.kiyome.testcorpus.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Deflate streams with a zlib or gzip header, anywhere in binary data. */
final class Streams {

    static final String INFLATED = "/inflated";

    private static final int LARGEST = 16 << 20;
    private static final int SMALLEST = 8;
    private static final int SEARCHED = 4 << 20;

    private Streams() {}

    static List<Layer> of(Layer layer) {
        List<Layer> found = new ArrayList<>();
        byte[] bytes = layer.bytes();
        for (int at = 0; at < Math.min(bytes.length, SEARCHED) - 2; at++) {
            int two = (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
            boolean zlib = bytes[at] == 0x78 && two % 31 == 0;
            boolean gzip = two == 0x1F8B && bytes[at + 2] == 8;
            if (zlib || gzip) {
                byte[] inflated = inflated(bytes, zlib ? at + 2 : at + 10);
                if (inflated.length >= SMALLEST) {
                    found.add(new Layer(layer.path() + "@" + at + INFLATED, inflated));
                }
            }
        }
        return found;
    }

    private static byte[] inflated(byte[] bytes, int from) {
        if (from >= bytes.length) {
            return new byte[0];
        }
        byte[] out = new byte[64 << 10];
        int size = 0;
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(bytes, from, bytes.length - from);
            while (!inflater.finished() && size < LARGEST) {
                if (size == out.length) {
                    out = Arrays.copyOf(out, out.length * 2);
                }
                int more = inflater.inflate(out, size, out.length - size);
                if (more == 0) {
                    break;
                }
                size += more;
            }
        } catch (DataFormatException endsHere) {
            return Arrays.copyOf(out, size);
        }
        return Arrays.copyOf(out, size);
    }
}
