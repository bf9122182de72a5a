package jp.kiyome.testcorpus.scan;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The streams of a compound file, read the plain way: whatever is odd in it ends early and gives nothing. */
final class CompoundScan {

    private static final int LARGEST = 1 << 28;

    private final ByteBuffer in;
    private final int sector;
    private int[] fat = {};
    private int[] miniFat = {};
    private byte[] mini = {};

    private CompoundScan(byte[] file) {
        this.in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        this.sector = 1 << in.getShort(30);
    }

    static boolean is(Layer layer) {
        return layer.startsWith(0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1) && layer.bytes().length > 1024;
    }

    /** By name, the root's own children and those below alike; a storage has an empty one, and its name ends with a slash. */
    static Map<String, byte[]> streams(byte[] file) {
        Map<String, byte[]> streams = new TreeMap<>();
        try {
            new CompoundScan(file).read(streams);
        } catch (RuntimeException broken) {
            return streams;
        }
        return streams;
    }

    private void read(Map<String, byte[]> streams) {
        fat = numbers(chain109());
        byte[] directory = chain(in.getInt(48), LARGEST);
        miniFat = numbers(chain(in.getInt(60), LARGEST));
        ByteBuffer entries = ByteBuffer.wrap(directory).order(ByteOrder.LITTLE_ENDIAN);
        mini = chain(entries.getInt(116), LARGEST);
        for (int at = 128; at + 128 <= directory.length; at += 128) {
            int kind = directory[at + 66];
            int length = entries.getShort(at + 64) - 2;
            if (kind == 0 || length <= 0) {
                continue;
            }
            String name = new String(directory, at, length, StandardCharsets.UTF_16LE);
            int size = entries.getInt(at + 120);
            int start = entries.getInt(at + 116);
            if (kind == 2) {
                streams.put(name, size < 4096 ? small(start, size) : chain(start, size));
            } else {
                streams.put(name + "/", new byte[0]);
            }
        }
    }

    private byte[] chain109() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < Math.min(109, in.getInt(44)); i++) {
            all.write(in.array(), (in.getInt(76 + 4 * i) + 1) * sector, sector);
        }
        return all.toByteArray();
    }

    private static int[] numbers(byte[] bytes) {
        int[] numbers = new int[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(numbers);
        return numbers;
    }

    private byte[] chain(int first, int size) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int at = first; at >= 0 && all.size() < size && all.size() <= in.capacity(); at = fat[at]) {
            all.write(in.array(), (at + 1) * sector, Math.min(sector, in.capacity() - (at + 1) * sector));
        }
        return all.size() > size ? java.util.Arrays.copyOf(all.toByteArray(), size) : all.toByteArray();
    }

    private byte[] small(int first, int size) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int at = first; at >= 0 && all.size() < size; at = miniFat[at]) {
            all.write(mini, at * 64, Math.min(64, size - all.size()));
        }
        return all.toByteArray();
    }
}
