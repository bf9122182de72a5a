package jp.kiyome.image.tiff;

import jp.kiyome.image.stream.Refused;

/** The compressions that we write, by their TIFF 6.0 numbers. */
enum Packing {
    NONE(1),
    /** ITU-T T.6; stands for T.4 and modified Huffman too. */
    GROUP_4(4),
    LZW(5),
    /** Supplement 2; stands for 32946 too, which is the same under its old number. */
    DEFLATE(8),
    /** Technical note 2; stands for old-style JPEG (6) too. */
    JPEG(7),
    PACK_BITS(32773);

    static final int OLD_JPEG = 6;

    private final int code;

    Packing(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Packing of(int compression) {
        return switch (compression) {
            case 1 -> NONE;
            case 2, 3, 4 -> GROUP_4;
            case 5 -> LZW;
            case 8, 32946 -> DEFLATE;
            case 32773 -> PACK_BITS;
            case OLD_JPEG, 7 -> JPEG;
            default -> throw Refused.unsupported("TIFF compression " + compression);
        };
    }
}
