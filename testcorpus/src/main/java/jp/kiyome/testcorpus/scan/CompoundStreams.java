package jp.kiyome.testcorpus.scan;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The streams of a compound file ([MS-CFB]), of any size. What does not fit throws: half of the streams, looked through, would pass
 * for all of them. Shares nothing with the reader of the engine.
 */
final class CompoundStreams {

    private static final long MAGIC = 0xE11AB1A1E011CFD0L;
    private static final int HEADER = 512;
    private static final int FIRST_TABLES = 109;
    private static final int ENTRY = 128;
    private static final int SMALL = 64;
    private static final int CUTOFF = 4096;
    private static final int END = -2;

    private final ByteBuffer file;
    private final int sector;
    private int[] next = {};

    private CompoundStreams(byte[] bytes) {
        this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.sector = 1 << file.getShort(30);
    }

    static boolean is(Layer layer) {
        return is(layer.bytes());
    }

    static boolean is(byte[] bytes) {
        return bytes.length > HEADER
                && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(0) == MAGIC;
    }

    /**
     * By their names, storages with no bytes; the second of a name has a number behind it.
     *
     * @throws IllegalStateException where the file is not whole
     */
    static Map<String, byte[]> of(byte[] bytes) {
        try {
            return new CompoundStreams(bytes).read();
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
            throw new IllegalStateException("a compound file that cannot be read", e);
        }
    }

    private Map<String, byte[]> read() {
        next = numbers(tables());
        byte[] directory = chain(file.getInt(48));
        ByteBuffer entries = ByteBuffer.wrap(directory).order(ByteOrder.LITTLE_ENDIAN);
        byte[] mini = chain(entries.getInt(116));
        int[] miniNext = numbers(chain(file.getInt(60)));
        Map<String, byte[]> streams = new TreeMap<>();
        for (int at = ENTRY; at + ENTRY <= directory.length; at += ENTRY) {
            int kind = directory[at + 66];
            if (kind != 0) {
                String name = new String(directory, at, entries.getShort(at + 64) - 2, StandardCharsets.UTF_16LE);
                int size = kind == 2 ? entries.getInt(at + 120) : 0;
                int start = entries.getInt(at + 116);
                byte[] stream = size == 0
                        ? new byte[0]
                        : sized(size < CUTOFF ? pieces(mini, 0, SMALL, miniNext, start) : chain(start), size);
                put(streams, name, stream);
            }
        }
        return streams;
    }

    private static void put(Map<String, byte[]> streams, String name, byte[] bytes) {
        String free = name;
        for (int i = 2; streams.containsKey(free); i++) {
            free = name + " " + i;
        }
        streams.put(free, bytes);
    }

    private static byte[] sized(byte[] all, int size) {
        if (size < 0 || size > all.length) {
            throw new IllegalStateException("a stream of " + size + " bytes that has " + all.length);
        }
        return Arrays.copyOf(all, size);
    }

    /** The sectors of the table: the first 109 by the header, the others by sectors that list them ([MS-CFB] 2.5). */
    private byte[] tables() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int left = file.getInt(44);
        for (int i = 0; i < FIRST_TABLES && left > 0; i++, left--) {
            sector(file.getInt(76 + 4 * i), all);
        }
        int perSector = sector / 4 - 1;
        for (int list = file.getInt(68); left > 0; list = file.getInt(place(list) + 4 * perSector)) {
            for (int i = 0; i < perSector && left > 0; i++, left--) {
                sector(file.getInt(place(list) + 4 * i), all);
            }
        }
        return all.toByteArray();
    }

    private int place(int number) {
        return Math.multiplyExact(Math.addExact(number, 1), sector);
    }

    private void sector(int number, ByteArrayOutputStream out) {
        out.write(file.array(), place(number), Math.min(sector, file.capacity() - place(number)));
    }

    private byte[] chain(int start) {
        return pieces(file.array(), sector, sector, next, start);
    }

    private static byte[] pieces(byte[] from, int begin, int size, int[] next, int start) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int count = 0;
        for (int at = start; at != END; at = next[at]) {
            int place = begin + Math.multiplyExact(at, size);
            out.write(from, place, Math.min(size, from.length - place));
            if (count++ > next.length) {
                throw new IllegalStateException("a chain without an end");
            }
        }
        return out.toByteArray();
    }

    private static int[] numbers(byte[] bytes) {
        int[] numbers = new int[bytes.length / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(numbers);
        return numbers;
    }
}
