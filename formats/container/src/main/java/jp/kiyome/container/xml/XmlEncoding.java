package jp.kiyome.container.xml;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Finds the encoding of a document by its first bytes: UTF-8 or UTF-16, nothing else (XML 1.0 appendix F). */
final class XmlEncoding {

    private XmlEncoding() {}

    /** Makes the input UTF-8 without a byte order mark; gives what it was, with which a declaration has to agree. */
    static Charset decode(XmlInput in) {
        in.available(3);
        int first = at(in, 0);
        int second = at(in, 1);
        if (first == 0xEF && second == 0xBB && at(in, 2) == 0xBF) {
            in.position += 3;
            return StandardCharsets.UTF_8;
        }
        if (first == 0xFE && second == 0xFF || first == 0 && second == '<') {
            return transcoded(in, StandardCharsets.UTF_16BE, first == 0xFE);
        }
        if (first == 0xFF && second == 0xFE || first == '<' && second == 0) {
            return transcoded(in, StandardCharsets.UTF_16LE, first == 0xFF);
        }
        return StandardCharsets.UTF_8;
    }

    private static int at(XmlInput in, int offset) {
        return in.position + offset < in.limit ? in.buffer[in.position + offset] & 0xFF : -1;
    }

    private static Charset transcoded(XmlInput in, Charset charset, boolean mark) {
        if (mark) {
            in.position += 2;
        }
        in.transcoded(raw -> utf8(raw, charset));
        return charset;
    }

    private static InputStream utf8(InputStream raw, Charset charset) {
        return new TranscodedStream(new BufferedReader(new InputStreamReader(
                raw,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))));
    }
}
