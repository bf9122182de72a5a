package jp.kiyome.image.svg;

import java.io.InputStream;
import java.io.SequenceInputStream;
import jp.kiyome.core.content.Content;

/**
 * A document as its reader may have it. The reader takes no document type; the one of SVG 1.1 names a schema that nobody fetches and is
 * left out, as long as it declares nothing itself. Immutable.
 *
 * @param from where the document type begins, and {@code to} where it ends; the same when there is none
 */
record SvgSource(Content content, long from, long to) {

    private static final int LONGEST_PROLOG = 1 << 16;
    /** A tag, blanks, the byte order marks of UTF-8 and UTF-16, and the first byte of a tag in UTF-16 without one. */
    private static final String BEGINNINGS = "< \t\r\n\u00EF\u00FE\u00FF\0";

    private static final String DOCTYPE = "<!DOCTYPE";

    /** Whether the first byte is one that XML may begin with in any encoding: most contents are told apart by it. */
    static boolean mayBeXml(Content content) {
        return content.size() > 0 && BEGINNINGS.indexOf(content.byteAt(0)) >= 0;
    }

    static SvgSource of(Content content) {
        int length = (int) Math.min(LONGEST_PROLOG, content.size());
        StringBuilder prolog = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            prolog.append((char) content.byteAt(i));
        }
        int start = behindAsides(prolog);
        if (!prolog.substring(start, Math.min(length, start + DOCTYPE.length())).equals(DOCTYPE)) {
            return new SvgSource(content, 0, 0);
        }
        char quote = 0;
        for (int i = start; i < length; i++) {
            char c = prolog.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '[') {
                return new SvgSource(content, 0, 0);
            } else if (c == '>') {
                return new SvgSource(content, start, i + 1);
            }
        }
        return new SvgSource(content, 0, 0);
    }

    boolean hasType() {
        return to > from;
    }

    InputStream stream() {
        return hasType()
                ? new SequenceInputStream(
                        content.slice(0, from).stream(), content.slice(to, content.size() - to).stream())
                : content.stream();
    }

    /** Where something begins that is neither blank, comment nor instruction. */
    private static int behindAsides(CharSequence text) {
        String all = text.toString();
        int at = all.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
        while (at < all.length()) {
            if (Character.isWhitespace(all.charAt(at))) {
                at++;
            } else if (all.startsWith("<?", at)) {
                at = behind(all, "?>", at);
            } else if (all.startsWith("<!--", at)) {
                at = behind(all, "-->", at);
            } else {
                return at;
            }
        }
        return all.length();
    }

    private static int behind(String text, String end, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? text.length() : at + end.length();
    }
}
