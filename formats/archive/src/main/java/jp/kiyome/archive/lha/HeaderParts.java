package jp.kiyome.archive.lha;

import java.util.OptionalInt;
import java.util.OptionalLong;
import jp.kiyome.archive.block.Fields;

/** What the extended headers of a member say (header.doc, "Extended headers"). Not thread-safe. */
final class HeaderParts {

    private static final byte[] NONE = {};
    private static final long UNIX_EPOCH = 11_644_473_600L;
    private static final int DIRECTORY_MARK = 0xFF;

    private byte[] name = NONE;
    private byte[] directory = NONE;
    private boolean named;
    private OptionalInt crc = OptionalInt.empty();
    private int crcAt;
    private OptionalLong unixTime = OptionalLong.empty();
    private OptionalLong wideSize = OptionalLong.empty();
    private OptionalLong widePackedSize = OptionalLong.empty();
    private int unixMode;
    private boolean details;

    /** @param part one extended header from its type on, without the size of the next */
    void read(Fields part) {
        int type = part.u8();
        details |= type > 0x02;
        switch (type) {
            case 0x00 -> readCrc(part);
            case 0x01 -> {
                part.require(!named, "two names");
                named = true;
                name = part.rest();
            }
            case 0x02 -> {
                part.require(directory.length == 0, "two directories");
                directory = withSlashes(part.rest());
            }
            case 0x41 -> readWindowsTimes(part);
            case 0x42 -> {
                widePackedSize = OptionalLong.of(part.u63());
                wideSize = OptionalLong.of(part.u63());
            }
            case 0x50 -> unixMode = part.u16();
            case 0x54 -> unixTime = OptionalLong.of(part.u32());
            default -> {
                // Attributes, owners, comments: nothing of them is carried over.
            }
        }
    }

    private void readCrc(Fields part) {
        part.require(crc.isEmpty(), "two header CRCs");
        crcAt = part.at();
        crc = OptionalInt.of(part.u16());
    }

    private void readWindowsTimes(Fields part) {
        part.bits64();
        long ticks = part.bits64();
        long seconds = Long.divideUnsigned(ticks, 10_000_000L) - UNIX_EPOCH;
        if (seconds >= 0 && seconds <= 0xFFFFFFFFL) {
            unixTime = OptionalLong.of(seconds);
        }
    }

    private static byte[] withSlashes(byte[] path) {
        for (int i = 0; i < path.length; i++) {
            if ((path[i] & 0xFF) == DIRECTORY_MARK) {
                path[i] = '/';
            }
        }
        return path;
    }

    /** The directory before the name, the one that the base header gave where no extended header has one. */
    byte[] path(byte[] baseName) {
        byte[] last = named ? name : withSlashes(baseName.clone());
        if (directory.length == 0) {
            return last;
        }
        boolean slash = directory[directory.length - 1] == '/';
        byte[] path = new byte[directory.length + (slash ? 0 : 1) + last.length];
        System.arraycopy(directory, 0, path, 0, directory.length);
        path[path.length - last.length - 1] = '/';
        System.arraycopy(last, 0, path, path.length - last.length, last.length);
        return path;
    }

    /** The CRC of the whole header, where one is said. */
    OptionalInt crc() {
        return crc;
    }

    /** Where the CRC stands in the part that was read for it. */
    int crcAt() {
        return crcAt;
    }

    OptionalLong unixTime() {
        return unixTime;
    }

    OptionalLong wideSize() {
        return wideSize;
    }

    OptionalLong widePackedSize() {
        return widePackedSize;
    }

    int unixMode() {
        return unixMode;
    }

    /** Whether there were extended headers beyond name, directory and CRC. */
    boolean hasDetails() {
        return details;
    }
}
