package jp.kiyome.image.png;

import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.ByteReader;

/**
 * Reads a rebuilt file again and holds it to what the writer would write, all but the compression: everything before the image data
 * must be the same bytes, every row must pass unchanged, and chunks must have the sizes that ours have. Not for sharing.
 */
final class PngVerifier {

    private static final int FRAME = 12;

    private final Content output;
    private final Session session;

    PngVerifier(Content output, Session session) {
        this.output = output;
        this.session = session;
    }

    void verify() {
        PngPicture picture = new PngReader(output, session).read();
        Sink head = session.scratch();
        new PngWriter(picture, head).start();
        Content expected = head.finish();
        if (expected.size() > output.size()
                || expected.segment().mismatch(output.segment().asSlice(0, expected.size())) != -1) {
            throw new OutputNotClean("the PNG's chunks before the image are not ours");
        }
        long end = expected.size();
        end = verifyImage(picture, picture.header(), picture.image(), 0, end);
        for (PngPicture.Frame frame : picture.frames()) {
            FrameControl control = frame.control();
            PngHeader header = picture.header().sized(control.width(), control.height());
            end = verifyImage(picture, header, frame.data(), 4, end + 26 + FRAME);
        }
        if (end + FRAME != output.size()) {
            throw new OutputNotClean("the PNG holds more than its image");
        }
    }

    /** @return offset behind the last chunk, which must have followed the others without a gap from {@code start} */
    private long verifyImage(PngPicture picture, PngHeader header, List<Chunk> chunks, int skip, long start) {
        long at = start;
        for (Chunk chunk : chunks) {
            boolean last = chunk.equals(chunks.getLast());
            int length = chunk.length() - skip;
            if (chunk.start() != at + 8 || (last ? length > SampleOutput.CHUNK : length != SampleOutput.CHUNK)) {
                throw new OutputNotClean("the PNG's " + chunk.type() + " chunks are not cut as ours");
            }
            at += FRAME + chunk.length();
        }
        requireZlibHeader(header, chunks.getFirst(), skip);
        try (SampleInput in = new SampleInput(output, chunks, skip)) {
            boolean changed = ImageCopy.copy(picture, header, in, (row, length) -> {}, session);
            if (changed) {
                throw new OutputNotClean("the PNG has bits that are no samples");
            }
        }
        return at;
    }

    private void requireZlibHeader(PngHeader header, Chunk first, int skip) {
        ByteReader in = new ByteReader(output, first.start() + skip, first.end());
        if (in.u16be() != SampleOutput.zlibHeader(header)) {
            throw new OutputNotClean("the PNG's zlib stream does not begin as ours");
        }
    }
}
