package jp.kiyome.archive.sevenz;

import java.util.List;
import java.util.OptionalLong;

/**
 * Files packed together as one stream.
 *
 * @param coders in the order in which they unpack: the first one reads the packed bytes
 * @param packedAt offset of these in the file
 * @param packed how many
 * @param crc32 of everything unpacked, where told
 * @param files sizes and check sums of the files in it
 */
record Folder(List<Coder> coders, long packedAt, long packed, OptionalLong crc32, List<Packed> files) {

    /**
     * A file in a folder.
     *
     * @param crc32 where told
     */
    record Packed(long size, OptionalLong crc32) {}

    Folder {
        coders = List.copyOf(coders);
        files = List.copyOf(files);
    }

    long unpacked() {
        return coders.getLast().unpacked();
    }

    boolean encrypted() {
        return coders.stream().anyMatch(coder -> coder.id() == Id.AES);
    }

    Folder with(List<Packed> inside) {
        return new Folder(coders, packedAt, packed, crc32, inside);
    }
}
