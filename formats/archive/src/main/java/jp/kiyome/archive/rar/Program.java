package jp.kiyome.archive.rar;

import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;

/** The programs that packers wrote, by their length and CRC-32, and what they do. */
enum Program {
    CALLS(53, 0xAD576887L),
    CALLS_AND_JUMPS(57, 0x3CD7E57EL),
    ITANIUM(120, 0x3769893FL),
    DELTA(29, 0x0E06077DL),
    COLOURS(149, 0x1C2C5DC8L),
    SOUND(216, 0xBC85E701L);

    private static final int MOST_CHANNELS = 1024;

    private final int length;
    private final long crc32;

    Program(int length, long crc32) {
        this.length = length;
        this.crc32 = crc32;
    }

    static Optional<Program> of(byte[] code) {
        CRC32 crc = new CRC32();
        crc.update(code);
        return Arrays.stream(values())
                .filter(program -> program.length == code.length && program.crc32 == crc.getValue())
                .findFirst();
    }

    /** @param first and {@code second} registers, which say how many channels or how wide a picture */
    Filter filter(int first, int second) {
        int channels = Math.clamp(first, 1, MOST_CHANNELS);
        return switch (this) {
            case CALLS -> new Calls(false, false);
            case CALLS_AND_JUMPS -> new Calls(true, false);
            case ITANIUM -> new Itanium();
            case DELTA -> new Delta(channels);
            case COLOURS -> new Colours(Math.max(0, first - 3), Math.max(0, second));
            case SOUND -> new Sound(channels);
        };
    }
}
