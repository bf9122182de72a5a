package jp.kiyome.archive.rar.ppm;

import jp.kiyome.container.packed.BitReader;

/** Characters predicted by those before. */
public final class PpmDecoder {
    public int begin(BitReader in, int escape) {
        throw in.broken("not yet");
    }

    public int next() {
        throw new IllegalStateException();
    }
}
