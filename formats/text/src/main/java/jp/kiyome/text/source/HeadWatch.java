package jp.kiyome.text.source;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;

/** Passes everything on, and keeps as much of the front as {@link TextRecognition} looks at. Not thread-safe. */
public final class HeadWatch extends OutputStream {

    private final OutputStream out;
    private final byte[] head = new byte[TextRecognition.LOOKED_AT];
    private int kept;

    public HeadWatch(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        int count = Math.min(length, head.length - kept);
        System.arraycopy(source, offset, head, kept, count);
        kept += count;
        out.write(source, offset, length);
    }

    /** What was written first. */
    public Content head() {
        return HeapContent.of(Arrays.copyOf(head, kept));
    }
}
