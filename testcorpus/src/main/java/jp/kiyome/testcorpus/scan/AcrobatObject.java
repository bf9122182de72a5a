package jp.kiyome.testcorpus.scan;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** The one compound file ([MS-CFB]) that a clean document may hold: of Acrobat's class, with a PDF file as its only stream. Stateless. */
final class AcrobatObject {

    private static final byte[] SIGNATURE = HexFormat.of().parseHex("D0CF11E0A1B11AE1");
    private static final byte[] ACROBAT = HexFormat.of().parseHex("65CA01B8FCA1D01185AD444553540000");
    private static final int SECTOR = 512;
    private static final int MINI = 64;
    private static final int ENTRY = 128;
    private static final int CUTOFF = 4096;

    private AcrobatObject() {}

    /** The PDF file; empty for everything else. */
    static Optional<byte[]> pdf(byte[] file) {
        if (file.length < 3 * SECTOR || !Arrays.equals(Arrays.copyOf(file, 8), SIGNATURE)) {
            return Optional.empty();
        }
        try {
            ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
            byte[] directory = chain(in, in.getInt(48), file.length);
            return directory.length == 4 * ENTRY && isAcrobat(directory)
                    ? Optional.of(contents(in, directory))
                    : Optional.empty();
        } catch (IndexOutOfBoundsException broken) {
            return Optional.empty();
        }
    }

    /** A root of that class, one stream of that name, and two entries that are free. */
    private static boolean isAcrobat(byte[] directory) {
        return directory[66] == 5
                && Arrays.equals(Arrays.copyOfRange(directory, 80, 96), ACROBAT)
                && directory[ENTRY + 66] == 2
                && new String(directory, ENTRY, 18, StandardCharsets.UTF_16LE).equals("CONTENTS\0")
                && directory[2 * ENTRY + 66] == 0
                && directory[3 * ENTRY + 66] == 0;
    }

    private static byte[] contents(ByteBuffer in, byte[] directory) {
        ByteBuffer entries = ByteBuffer.wrap(directory).order(ByteOrder.LITTLE_ENDIAN);
        int start = entries.getInt(ENTRY + 116);
        int size = entries.getInt(ENTRY + 120);
        if (size >= CUTOFF) {
            return Arrays.copyOf(chain(in, start, size), size);
        }
        byte[] mini = chain(in, entries.getInt(116), in.capacity());
        ByteBuffer next =
                ByteBuffer.wrap(chain(in, in.getInt(60), in.capacity())).order(ByteOrder.LITTLE_ENDIAN);
        byte[] data = new byte[size];
        int sector = start;
        for (int at = 0; at < size; at += MINI) {
            System.arraycopy(mini, sector * MINI, data, at, Math.min(MINI, size - at));
            sector = next.getInt(4 * sector);
        }
        return data;
    }

    /** The sectors from {@code start} on, as the table says, at most as many bytes as there may be. */
    private static byte[] chain(ByteBuffer in, int start, int most) {
        byte[] all = new byte[most + SECTOR];
        int size = 0;
        for (int sector = start; sector >= 0 && size + SECTOR <= all.length; sector = next(in, sector)) {
            in.get((sector + 1) * SECTOR, all, size, SECTOR);
            size += SECTOR;
        }
        return Arrays.copyOf(all, size);
    }

    private static int next(ByteBuffer in, int sector) {
        int table = in.getInt(76 + 4 * (sector / (SECTOR / 4)));
        return in.getInt((table + 1) * SECTOR + 4 * (sector % (SECTOR / 4)));
    }
}
