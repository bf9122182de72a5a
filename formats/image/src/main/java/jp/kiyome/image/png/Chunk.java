package jp.kiyome.image.png;

import jp.kiyome.core.content.Content;
import jp.kiyome.image.stream.ByteReader;

/**
 * Where a chunk lies (PNG 5.3).
 *
 * @param type its four letters
 * @param start offset of its data
 * @param length of its data, in bytes
 */
record Chunk(String type, long start, int length) {

    /** PNG 5.4: chunks whose first letter is upper case must be understood. */
    boolean critical() {
        return type.charAt(0) < 'a';
    }

    long end() {
        return start + length;
    }

    ByteReader open(Content content) {
        return new ByteReader(content, start, end());
    }

    String place() {
        return type + " at offset " + (start - 8);
    }
}
