package jp.kiyome.archive.rar;

import jp.kiyome.container.packed.BitReader;
import jp.kiyome.container.packed.ByteTarget;

/** Unpacks RAR 2.9 to 4. */
final class Rar4Unpacker implements Unpacker {
    Rar4Unpacker(int windowSize) {}

    @Override
    public void unpack(BitReader in, long size, ByteTarget out) {
        throw in.broken("not yet");
    }
}
