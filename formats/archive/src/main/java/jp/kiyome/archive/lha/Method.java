package jp.kiyome.archive.lha;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** How a member is packed, by the five characters of its header. */
enum Method {
    STORED("-lh0-"),
    LH1("-lh1-"),
    LH4("-lh4-"),
    LH5("-lh5-"),
    LH6("-lh6-"),
    LH7("-lh7-"),
    LARC_STORED("-lz4-"),
    LARC_SHORT("-lzs-"),
    LARC("-lz5-"),
    DIRECTORY("-lhd-");

    static final int LENGTH = 5;

    private final String word;

    Method(String word) {
        this.word = word;
    }

    byte[] bytes() {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    static Optional<Method> of(byte[] bytes) {
        String said = new String(bytes, StandardCharsets.ISO_8859_1);
        return Arrays.stream(values())
                .filter(method -> method.word.equals(said))
                .findFirst();
    }

    /** Whether these bytes have the shape of a method's name, known or not. */
    static boolean looksLikeOne(byte[] bytes) {
        return bytes.length == LENGTH
                && bytes[0] == '-'
                && (bytes[1] == 'l' && (bytes[2] == 'h' || bytes[2] == 'z') || bytes[1] == 'p' && bytes[2] == 'm')
                && bytes[4] == '-';
    }
}
