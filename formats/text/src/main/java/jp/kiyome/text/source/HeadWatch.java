package jp.kiyome.text.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;

/** Passes everything on, and keeps as much of the front as {@link TextRecognition} looks at. Not thread-safe. */
public final class HeadWatch extends OutputStream {

    private final OutputStream out;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();

    public HeadWatch(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        head.write(source, offset, Math.min(length, TextRecognition.LOOKED_AT - head.size()));
        out.write(source, offset, length);
    }

    /** What was written first. */
    public Content head() {
        return HeapContent.of(head.toByteArray());
    }
}
