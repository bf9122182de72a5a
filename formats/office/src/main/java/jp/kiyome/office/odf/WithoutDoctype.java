package jp.kiyome.office.odf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part without the document type declaration that programs wrote before 2007: a public name and the name of a file, which nobody
 * needs. One that declares anything itself is left to the reader, which refuses it.
 */
final class WithoutDoctype {

    private static final int SEARCHED = 2048;
    private static final Pattern DECLARATION = Pattern.compile(
            "^\\s*(?:<\\?xml[^>]*\\?>)?\\s*(<!DOCTYPE\\s+[A-Za-z:]+\\s+PUBLIC\\s+\"[^\"\\[\\]<>]*\"\\s+\"[^\"\\[\\]<>]*\"\\s*>)");

    private WithoutDoctype() {}

    /** @param removed told once where a declaration was taken out */
    static InputStream of(InputStream in, Runnable removed) {
        try {
            byte[] start = in.readNBytes(SEARCHED);
            Matcher declaration = DECLARATION.matcher(new String(start, StandardCharsets.ISO_8859_1));
            if (declaration.find()) {
                removed.run();
                java.util.Arrays.fill(start, declaration.start(1), declaration.end(1), (byte) ' ');
            }
            return new SequenceInputStream(new ByteArrayInputStream(start), in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
