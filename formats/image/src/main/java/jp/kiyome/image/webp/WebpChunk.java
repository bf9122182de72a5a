package jp.kiyome.image.webp;

import jp.kiyome.core.content.Content;
import jp.kiyome.image.stream.ByteReader;

/**
 * Where a chunk lies.
 *
 * @param name its four letters, blanks at the end left out
 * @param start offset of its data
 * @param end offset behind its data, without padding
 */
record WebpChunk(String name, long start, long end) {

    ByteReader open(Content content) {
        return new ByteReader(content, start, end);
    }

    long length() {
        return end - start;
    }

    String place() {
        return name + " at offset " + (start - 8);
    }
}
