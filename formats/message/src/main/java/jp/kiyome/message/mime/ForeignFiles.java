package jp.kiyome.message.mime;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import jp.kiyome.core.content.Content;

/**
 * Files in texts, in encodings that some readers of mail undo and no specification of MIME has: yEnc 1.3, and BinHex 4.0 (RFC 1741, appendix
 * A). What such a reader would see is not inspected, so the message is refused. Stateless.
 */
public final class ForeignFiles {

    private static final byte[] YENC = "=ybegin ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BINHEX = "(This file must be converted with BinHex".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern YENC_LINE = Pattern.compile("=ybegin (?=.*\\bline=\\d)(?=.*\\bsize=\\d).*\\bname=.*");
    private static final int LONGEST = 1_000;

    /** Empty lines that may stand between the words and the file. */
    private static final int GAP = 10;

    private ForeignFiles() {}

    /**
     * Looks at the line that the walk is at.
     *
     * @throws jp.kiyome.core.finding.Refusal where a file begins with it
     */
    public static void refuse(Content text, Lines line) {
        if (line.startsWith(YENC) && YENC_LINE.matcher(line.text(LONGEST)).matches()) {
            throw Ambiguous.encoding("yEnc in a text");
        }
        if (line.startsWith(BINHEX) && fileFollows(text, line)) {
            throw Ambiguous.encoding("BinHex in a text");
        }
    }

    private static boolean fileFollows(Content text, Lines line) {
        Lines next = new Lines(text, line.after(), text.size());
        for (int i = 0; i < GAP && next.next(); i++) {
            if (!next.isEmpty()) {
                return next.text(1).equals(":");
            }
        }
        return false;
    }
}
