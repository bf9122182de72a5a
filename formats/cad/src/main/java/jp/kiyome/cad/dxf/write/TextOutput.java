package jp.kiyome.cad.dxf.write;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import jp.kiyome.cad.dxf.pairs.CodePage;

/** The text form: group codes right-aligned in three places, values as they are. */
public final class TextOutput implements PairOutput {

    private static final int PLACES = 3;

    private final OutputStream out;
    private final CodePage page;
    private final String lineEnd;

    public TextOutput(OutputStream out, CodePage page, String lineEnd) {
        this.out = out;
        this.page = page;
        this.lineEnd = lineEnd;
    }

    @Override
    public void put(int code, String value) {
        String digits = Integer.toString(code);
        String lines =
                " ".repeat(Math.max(0, PLACES - digits.length())) + digits + lineEnd + page.encode(value) + lineEnd;
        try {
            out.write(lines.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a drawing", e);
        }
    }
}
