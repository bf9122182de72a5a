package jp.kiyome.cad.dxf;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import jp.kiyome.cad.dxf.pairs.BinaryPairs;
import jp.kiyome.cad.dxf.pairs.CodePage;
import jp.kiyome.cad.dxf.pairs.PairSource;
import jp.kiyome.cad.dxf.pairs.TextPairs;
import jp.kiyome.cad.dxf.write.BinaryOutput;
import jp.kiyome.cad.dxf.write.PairOutput;
import jp.kiyome.cad.dxf.write.TextOutput;
import jp.kiyome.core.content.Content;

/**
 * How a drawing's pairs are written.
 *
 * @param first where the first pair begins
 */
record Form(Kind kind, long first) {

    private static final byte[] BINARY = "AutoCAD Binary DXF\r\n\u001A\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** The forms there are. */
    enum Kind {
        /** Lines that end with CR LF. */
        TEXT_CRLF,
        /** Lines that end with LF, or with CR alone, which are written with LF. */
        TEXT_LF,
        /** Group codes of one byte: R12 and earlier. */
        BINARY_NARROW,
        BINARY_WIDE
    }

    /** Whether the first pair may begin here: asked of every file there is, so it looks at its first bytes alone. */
    static boolean mayBegin(Content content) {
        if (startsWith(content, BINARY)) {
            return true;
        }
        int first = startsWith(content, MARK) ? MARK.length : 0;
        if (first == content.size()) {
            return false;
        }
        // A group code is a number, perhaps behind blanks.
        int begin = content.byteAt(first);
        return begin >= '0' && begin <= '9' || Character.isWhitespace(begin);
    }

    static Form of(Content content) {
        if (startsWith(content, BINARY)) {
            int codes = BINARY.length;
            boolean wide = content.size() > codes + 1 && content.byteAt(codes + 1) == 0;
            return new Form(wide ? Kind.BINARY_WIDE : Kind.BINARY_NARROW, codes);
        }
        long first = startsWith(content, MARK) ? MARK.length : 0;
        for (long i = first; i < Math.min(content.size(), TextPairs.LONGEST); i++) {
            int c = content.byteAt(i);
            if (c == '\n' || c == '\r') {
                boolean both = c == '\r' && i + 1 < content.size() && content.byteAt(i + 1) == '\n';
                return new Form(both ? Kind.TEXT_CRLF : Kind.TEXT_LF, first);
            }
        }
        return new Form(Kind.TEXT_LF, first);
    }

    private static boolean startsWith(Content content, byte[] bytes) {
        byte[] head = new byte[(int) Math.min(bytes.length, content.size())];
        content.copy(0, head, 0, head.length);
        return Arrays.equals(head, bytes);
    }

    boolean binary() {
        return kind == Kind.BINARY_NARROW || kind == Kind.BINARY_WIDE;
    }

    /** Whether a byte order mark stands before the first pair. */
    boolean marked() {
        return !binary() && first > 0;
    }

    PairSource source(Content content, long from) {
        return switch (kind) {
            case TEXT_CRLF, TEXT_LF -> new TextPairs(content, from);
            case BINARY_NARROW -> new BinaryPairs(content, from, false);
            case BINARY_WIDE -> new BinaryPairs(content, from, true);
        };
    }

    PairOutput output(OutputStream out, CodePage page) {
        return switch (kind) {
            case TEXT_CRLF -> new TextOutput(out, page, "\r\n");
            case TEXT_LF -> new TextOutput(out, page, "\n");
            case BINARY_NARROW -> new BinaryOutput(out, page, false, BINARY);
            case BINARY_WIDE -> new BinaryOutput(out, page, true, BINARY);
        };
    }
}
