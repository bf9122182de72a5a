package jp.kiyome.archive.sevenz;

import jp.kiyome.archive.NewMember;

/**
 * A member that was written.
 *
 * @param crc32 of its bytes
 */
record Written(NewMember member, boolean folder, long size, long crc32) {

    boolean hasStream() {
        return size > 0;
    }
}
