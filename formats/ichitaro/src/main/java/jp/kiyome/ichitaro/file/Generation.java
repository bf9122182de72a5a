package jp.kiyome.ichitaro.file;

import java.util.Optional;
import java.util.UUID;
import jp.kiyome.core.content.Content;

/** Which program a document is of, by its first bytes and the class of its root. Stateless. */
public enum Generation {
    /** One that is a plain text processor's: {@code jsw}. */
    FOUR,
    FIVE,
    SIX,
    SEVEN,
    /** Version 8 and later. */
    EIGHT,
    /** The same, compressed. */
    COMPRESSED;

    static final UUID DOCUMENT = UUID.fromString("78597001-1D84-11CF-9713-0020AFD806F4");
    static final UUID COMPRESSED_DOCUMENT = UUID.fromString("78597002-1D84-11CF-9713-0020AFD806F4");
    private static final UUID OLDER = UUID.fromString("78597000-1D84-11CF-9713-0020AFD806F4");

    private static final long COMPOUND = 0xE11A_B1A1_E011_CFD0L;
    private static final long OLD = 0x0000_0000_0043_4F44L;
    private static final int CLASS_IN_ENTRY = 80;
    private static final int ENTRY = 128;

    /** Empty where it is none of them. Reads a few bytes. */
    public static Optional<Generation> of(Content content) {
        if (content.size() < 512) {
            return Optional.empty();
        }
        long magic = content.littleEndian(0, 8);
        if (magic == OLD) {
            return old((int) content.littleEndian(18, 2));
        }
        return magic == COMPOUND ? compound(content) : Optional.empty();
    }

    private static Optional<Generation> old(int number) {
        return switch (number) {
            case 1 -> Optional.of(FOUR);
            case 2 -> Optional.of(FIVE);
            case 3 -> Optional.of(SIX);
            default -> Optional.empty();
        };
    }

    /** The root is the first entry of the first sector of the directory. */
    private static Optional<Generation> compound(Content content) {
        int shift = (int) content.littleEndian(30, 2);
        long sector = content.littleEndian(48, 4);
        if (shift != 9 && shift != 12) {
            return Optional.empty();
        }
        long at = sector + 1 << shift;
        if (at > content.size() - ENTRY) {
            return Optional.empty();
        }
        UUID is = guid(content, at + CLASS_IN_ENTRY);
        if (is.equals(DOCUMENT)) {
            return Optional.of(EIGHT);
        }
        if (is.equals(COMPRESSED_DOCUMENT)) {
            return Optional.of(COMPRESSED);
        }
        return is.equals(OLDER) ? Optional.of(SEVEN) : Optional.empty();
    }

    private static UUID guid(Content content, long at) {
        long first = content.littleEndian(at, 4) << 32
                | content.littleEndian(at + 4, 2) << 16
                | content.littleEndian(at + 6, 2);
        return new UUID(first, Long.reverseBytes(content.littleEndian(at + 8, 8)));
    }
}
