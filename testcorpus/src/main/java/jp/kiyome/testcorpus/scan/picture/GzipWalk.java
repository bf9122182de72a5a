package jp.kiyome.testcorpus.scan.picture;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Pictures compressed as a whole: one member whose header says nothing, and no byte behind it. */
final class GzipWalk implements PictureScan.Walk {

    private static final int HEADER = 10;
    private static final int TRAILER = 8;

    @Override
    public void walk(ByteBuffer in, List<String> found) {
        if (in.get(3) != 0 || in.getInt(4) != 0 || (in.getShort(8) & 0xFFFF) != 0x00FF) {
            found.add("a gzip header that tells something");
            return;
        }
        byte[] out = new byte[1 << 16];
        try (Inflater inflater = new Inflater(true)) {
            inflater.setInput(in.slice(HEADER, in.capacity() - HEADER));
            while (!inflater.finished() && !inflater.needsInput()) {
                inflater.inflate(out);
            }
            if (!inflater.finished() || HEADER + inflater.getBytesRead() + TRAILER != in.capacity()) {
                found.add("bytes behind the gzip member");
            }
        } catch (DataFormatException broken) {
            found.add("gzip that does not inflate");
        }
    }
}
