package jp.kiyome.office.value;

import java.util.Optional;
import jp.kiyome.core.link.MailAddress;
import jp.kiyome.core.link.WebAddress;
import jp.kiyome.core.text.Ascii;

/**
 * Where a hyperlink leads: the web, a mail address, or a place in the same document. Nothing else is a target: no file, no
 * network share, no script, no program's own scheme, and nothing relative, since that is a file beside the document.
 *
 * <p>Controls are taken out and white space at the ends is cut off before anything is decided, as browsers do. What remains is
 * read as an RFC 3986 / RFC 3987 address without user-info; spaces and characters beyond ASCII, which real documents hold raw,
 * come out percent-encoded in UTF-8, hosts beyond ASCII in their IDNA form. Backslashes, invisible characters and encoded
 * controls are refused.
 *
 * @param text the canonical address; {@code parse(text)} yields it again
 */
public record HyperlinkTarget(Scheme scheme, String text) {

    /** Characters at most, before and after encoding. Excel stops at 2083; Word and browsers take more. */
    public static final int LONGEST = 8192;

    /** The kinds of target. */
    public enum Scheme {
        HTTP,
        HTTPS,
        MAILTO,
        /** {@code #} and the name of a bookmark, or a cell reference of this workbook. */
        ANCHOR
    }

    public static Optional<HyperlinkTarget> parse(CharSequence raw) {
        if (raw.length() > LONGEST) {
            return Optional.empty();
        }
        String text = withoutControls(raw);
        if (text.indexOf('\\') >= 0 || !Visible.all(text)) {
            return Optional.empty();
        }
        return byScheme(text).filter(target -> target.text.length() <= LONGEST);
    }

    /** Whether it is the web. */
    public boolean isWeb() {
        return scheme == Scheme.HTTP || scheme == Scheme.HTTPS;
    }

    public static Optional<String> canonical(CharSequence raw) {
        return parse(raw).map(HyperlinkTarget::text);
    }

    private static Optional<HyperlinkTarget> byScheme(String text) {
        if (text.startsWith("#")) {
            return Anchor.canonical(text.substring(1)).map(anchor -> new HyperlinkTarget(Scheme.ANCHOR, "#" + anchor));
        }
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String rest = text.substring(colon + 1);
        return switch (Ascii.lower(text.substring(0, colon))) {
            case "http" -> WebAddress.canonical(rest).map(web -> new HyperlinkTarget(Scheme.HTTP, "http:" + web));
            case "https" -> WebAddress.canonical(rest).map(web -> new HyperlinkTarget(Scheme.HTTPS, "https:" + web));
            case "mailto" ->
                MailAddress.canonical(rest).map(mail -> new HyperlinkTarget(Scheme.MAILTO, "mailto:" + mail));
            default -> Optional.empty();
        };
    }

    private static String withoutControls(CharSequence raw) {
        StringBuilder kept = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c >= ' ' && c != 0x7F) {
                kept.append(c);
            }
        }
        int from = 0;
        int to = kept.length();
        while (from < to && isBlank(kept.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(kept.charAt(to - 1))) {
            to--;
        }
        return kept.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
