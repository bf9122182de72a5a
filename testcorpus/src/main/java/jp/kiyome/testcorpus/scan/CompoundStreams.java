package jp.kiyome.testcorpus.scan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The streams of a compound file ([MS-CFB]), as far as a table of sectors without a DIFAT goes. */
final class CompoundStreams {

    private static final int MAGIC = 0xE011CFD0;
    private static final int CUTOFF = 4096;

    private final byte[] file;
    private final List<Integer> fat = new ArrayList<>();

    private CompoundStreams(byte[] file) {
        this.file = file;
    }

    static boolean is(Layer layer) {
        return layer.bytes().length >= 1024 && number(layer.bytes(), 0) == MAGIC;
    }

    /** By their names, storages with no bytes. */
    static Map<String, byte[]> of(Layer layer) {
        return new CompoundStreams(layer.bytes()).read();
    }

    private Map<String, byte[]> read() {
        int count = Math.min(109, number(file, 44));
        for (int i = 0; i < count; i++) {
            int at = (number(file, 76 + 4 * i) + 1) * 512;
            for (int j = 0; j < 128; j++) {
                fat.add(number(file, at + 4 * j));
            }
        }
        byte[] directory = chain(number(file, 48));
        byte[] mini = chain(number(directory, 116));
        byte[] miniFat = chain(number(file, 60));
        Map<String, byte[]> streams = new LinkedHashMap<>();
        for (int at = 128; at + 128 <= directory.length; at += 128) {
            int length = Math.min(64, (directory[at + 64] & 0xFF) | (directory[at + 65] & 0xFF) << 8);
            if (length >= 2) {
                String name = new String(directory, at, length - 2, StandardCharsets.UTF_16LE);
                int start = number(directory, at + 116);
                int size = directory[at + 66] == 2 ? number(directory, at + 120) : 0;
                byte[] all = size >= CUTOFF ? chain(start) : small(mini, miniFat, start);
                streams.put(name, Arrays.copyOf(all, Math.clamp(size, 0, all.length)));
            }
        }
        return streams;
    }

    private byte[] chain(int start) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        int sector = start;
        for (int i = 0; sector >= 0 && sector < fat.size() && i <= fat.size(); i++) {
            int at = (sector + 1) * 512;
            if (at > 0 && at + 512 <= file.length) {
                out.write(file, at, 512);
            }
            sector = fat.get(sector);
        }
        return out.toByteArray();
    }

    private static byte[] small(byte[] mini, byte[] table, int start) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        int sector = start;
        for (int i = 0; sector >= 0 && sector < table.length / 4 && i <= table.length / 4; i++) {
            if (sector < mini.length / 64) {
                out.write(mini, sector * 64, 64);
            }
            sector = number(table, sector * 4);
        }
        return out.toByteArray();
    }

    private static int number(byte[] bytes, int at) {
        return at < 0 || at + 4 > bytes.length
                ? -1
                : (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16 | bytes[at + 3] << 24;
    }
}
