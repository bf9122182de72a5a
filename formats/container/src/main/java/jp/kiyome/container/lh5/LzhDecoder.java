package jp.kiyome.container.lh5;

import java.io.InputStream;
import java.util.Arrays;
import jp.kiyome.container.packed.BitReader;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.container.packed.Window;
import jp.kiyome.core.finding.Location;

/**
 * Unpacks -lh4- to -lh7-. Memory is fixed: the window (8 to 64 KiB) and the codes.
 *
 * <p>Not thread-safe; one decoder, one stream.
 */
public final class LzhDecoder {

    private final BitReader in;
    private final LzhCodes codes;
    private final Window window;
    private int leftInBlock;

    private LzhDecoder(LzhMethod method, InputStream packed, Location where, ByteTarget out) {
        this.in = BitReader.ofBytes(packed, where);
        this.codes = new LzhCodes(method, in);
        this.window = new Window(method.window(), out);
        byte[] blank = new byte[method.window()];
        Arrays.fill(blank, LzhMethod.BLANK);
        window.startWith(blank);
    }

    /**
     * Unpacks exactly {@code size} bytes to {@code out}, which counts them against a budget as they come.
     *
     * @param packed the packed bytes and no more; it is read ahead
     * @param where named in refusals
     * @return whole bytes of {@code packed} that were used, the last one perhaps in part
     * @throws jp.kiyome.core.finding.Refusal with {@code packed.broken} when the stream ends early or makes no sense
     */
    public static long decode(LzhMethod method, InputStream packed, long size, Location where, ByteTarget out) {
        LzhDecoder decoder = new LzhDecoder(method, packed, where, out);
        decoder.run(size);
        return decoder.in.position() + 7 >> 3;
    }

    private void run(long size) {
        while (window.written() < size) {
            if (leftInBlock == 0) {
                leftInBlock = codes.readBlock();
            }
            leftInBlock--;
            int symbol = codes.symbol();
            if (symbol < 256) {
                window.put(symbol);
            } else {
                match(symbol - 256 + LzhMethod.SHORTEST, size);
            }
        }
        window.flush();
    }

    private void match(int length, long size) {
        int distance = codes.distance();
        if (!window.reaches(distance)) {
            throw in.broken("a match reaches " + distance + " bytes back");
        }
        if (length > size - window.written()) {
            throw in.broken("more than " + size + " bytes");
        }
        window.copy(distance, length);
    }
}
