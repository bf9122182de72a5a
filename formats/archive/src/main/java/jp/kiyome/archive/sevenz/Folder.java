package jp.kiyome.archive.sevenz;

import java.util.List;
import java.util.OptionalLong;

/**
 * Files packed together as one stream.
 *
 * @param last the coder whose output the files are
 * @param packed bytes in the file
 * @param encrypted whether any coder needs a password
 * @param crc32 of everything unpacked, where told
 * @param files sizes and check sums of the files in it
 */
record Folder(Source.Coded last, long packed, boolean encrypted, OptionalLong crc32, List<Packed> files) {

    /**
     * A file in a folder.
     *
     * @param crc32 where told
     */
    record Packed(long size, OptionalLong crc32) {}

    Folder {
        files = List.copyOf(files);
    }

    long unpacked() {
        return last.coder().unpacked();
    }

    Folder with(List<Packed> inside) {
        return new Folder(last, packed, encrypted, crc32, inside);
    }
}
