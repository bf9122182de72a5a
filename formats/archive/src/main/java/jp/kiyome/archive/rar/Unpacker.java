package jp.kiyome.archive.rar;

import jp.kiyome.container.packed.BitReader;
import jp.kiyome.container.packed.ByteTarget;

/** Unpacks members that are packed together, one after another. Not thread-safe. */
interface Unpacker {

    /**
     * Unpacks the next member.
     *
     * @param in its packed bytes
     * @param size bytes it declares
     * @param out takes them and holds them to the size
     */
    void unpack(BitReader in, long size, ByteTarget out);
}
