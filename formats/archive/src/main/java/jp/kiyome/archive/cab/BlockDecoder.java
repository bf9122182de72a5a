package jp.kiyome.archive.cab;

import jp.kiyome.container.packed.ByteTarget;

/** Unpacks a folder, one block after another. */
interface BlockDecoder extends AutoCloseable {

    /** Unpacks the next block, exactly its {@link DataBlock#size}. */
    void decode(DataBlock block, ByteTarget out);

    @Override
    void close();
}
