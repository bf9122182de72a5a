package jp.kiyome.testcorpus.scan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The streams at the root of a compound file ([MS-CFB]), and the names of its storages, read without any check. */
final class WordStreams {

    private static final int ENTRY = 128;
    private static final int MINI = 64;
    private static final int END = -2;

    private final ByteBuffer file;
    private final int sector;
    private final int[] fat;
    private final Map<String, byte[]> streams = new TreeMap<>();

    private WordStreams(byte[] bytes) {
        this.file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        this.sector = 1 << file.getShort(30);
        int tables = file.getInt(44);
        this.fat = new int[tables * sector / 4];
        for (int i = 0; i < Math.min(109, tables); i++) {
            int at = (file.getInt(76 + 4 * i) + 1) * sector;
            for (int n = 0; n < sector / 4; n++) {
                fat[i * sector / 4 + n] = file.getInt(at + 4 * n);
            }
        }
    }

    /** By name; storages have no bytes. */
    static Map<String, byte[]> of(byte[] bytes) {
        WordStreams read = new WordStreams(bytes);
        byte[] directory = read.chain(read.file.getInt(48), Integer.MAX_VALUE);
        ByteBuffer entries = ByteBuffer.wrap(directory).order(ByteOrder.LITTLE_ENDIAN);
        byte[] mini = read.chain(entries.getInt(116), Integer.MAX_VALUE);
        byte[] miniFat = read.chain(read.file.getInt(60), Integer.MAX_VALUE);
        for (int at = ENTRY; at + ENTRY <= directory.length; at += ENTRY) {
            int length = entries.getShort(at + 64);
            if (length > 1 && directory[at + 66] != 0) {
                String name = new String(directory, at, length - 2, StandardCharsets.UTF_16LE);
                int size = directory[at + 66] == 2 ? entries.getInt(at + 120) : 0;
                int start = entries.getInt(at + 116);
                read.streams.put(name, size < 4096 ? small(mini, miniFat, start, size) : read.chain(start, size));
            }
        }
        return read.streams;
    }

    private byte[] chain(int first, int size) {
        byte[] all = new byte[0];
        int at = first;
        while (at >= 0 && at != END && all.length < file.capacity() && all.length < size) {
            byte[] more = new byte[sector];
            file.get((at + 1) * sector, more, 0, Math.min(sector, file.capacity() - (at + 1) * sector));
            all = Arrays.copyOf(all, all.length + sector);
            System.arraycopy(more, 0, all, all.length - sector, sector);
            at = fat[at];
        }
        return size == Integer.MAX_VALUE ? all : Arrays.copyOf(all, size);
    }

    private static byte[] small(byte[] mini, byte[] table, int first, int size) {
        byte[] all = new byte[size];
        ByteBuffer next = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN);
        int at = first;
        for (int done = 0; done < size; done += MINI) {
            System.arraycopy(mini, at * MINI, all, done, Math.min(MINI, size - done));
            at = next.getInt(at * 4);
        }
        return all;
    }
}
