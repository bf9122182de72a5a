package jp.kiyome.container.xml;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Finds the encoding of a document by its first bytes: UTF-8 or UTF-16, nothing else (XML 1.0 appendix F). */
final class XmlEncoding {

    private XmlEncoding() {}

    /**
     * The document as UTF-8 without a byte order mark.
     *
     * @param charset what the bytes were, with which a declaration has to agree
     */
    record Decoded(InputStream utf8, Charset charset) {}

    static Decoded decode(InputStream raw) {
        try {
            PushbackInputStream in = new PushbackInputStream(raw, 3);
            byte[] head = in.readNBytes(3);
            int first = head.length > 0 ? head[0] & 0xFF : -1;
            int second = head.length > 1 ? head[1] & 0xFF : -1;
            boolean mark = first == 0xEF && second == 0xBB && head.length == 3 && (head[2] & 0xFF) == 0xBF;
            if (mark) {
                return new Decoded(in, StandardCharsets.UTF_8);
            }
            in.unread(head);
            if (first == 0xFE && second == 0xFF || first == 0 && second == '<') {
                return transcoded(in, StandardCharsets.UTF_16BE, first == 0xFE);
            }
            if (first == 0xFF && second == 0xFE || first == '<' && second == 0) {
                return transcoded(in, StandardCharsets.UTF_16LE, first == 0xFF);
            }
            return new Decoded(in, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Decoded transcoded(InputStream in, Charset charset, boolean mark) throws IOException {
        if (mark) {
            in.skipNBytes(2);
        }
        Reader reader = new BufferedReader(new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        return new Decoded(new TranscodedStream(reader), charset);
    }
}
