package jp.kiyome.archive.sevenz;

import java.io.InputStream;
import jp.kiyome.archive.ppm.Model;
import jp.kiyome.archive.ppm.SevenZipRange;
import jp.kiyome.container.packed.BitReader;
import jp.kiyome.core.finding.Location;

/** Characters that the model predicts. It has no end of its own: whoever reads knows how many there are. Not thread-safe. */
final class PpmStream extends InputStream {

    private final Model model = new Model(new SevenZipRange());
    private final BitReader in;

    /**
     * @param order characters that predict the next one
     * @param memory bytes of the model; held to a limit by the caller
     */
    PpmStream(InputStream packed, int order, int memory) {
        in = BitReader.ofBytes(packed, Location.wholeFile());
        model.start(order, memory);
        model.go(in);
    }

    @Override
    public int read() {
        return model.next(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        for (int i = 0; i < length; i++) {
            bytes[offset + i] = (byte) model.next(in);
        }
        return length;
    }
}
