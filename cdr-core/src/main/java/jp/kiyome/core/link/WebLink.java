package jp.kiyome.core.link;

import java.util.Optional;
import jp.kiyome.core.text.Ascii;

/** Addresses of the web and of mail in their canonical form; every other scheme, and whatever has none, is no link. Stateless. */
public final class WebLink {

    /** Characters at most, before and after encoding. */
    public static final int LONGEST = 8192;

    private WebLink() {}

    /**
     * The canonical form of an address, ASCII alone; it is its own canonical form. White space at the ends does not count. Empty
     * where the address holds controls or backslashes, user-info, or leads anywhere but to the web or to mail.
     */
    public static Optional<String> canonical(String raw) {
        String text = raw.strip();
        int colon = text.indexOf(':');
        boolean plain = text.chars().noneMatch(c -> c < ' ' || c == 0x7F || c == '\\');
        if (raw.length() > LONGEST || colon < 0 || !plain) {
            return Optional.empty();
        }
        String rest = text.substring(colon + 1);
        Optional<String> link =
                switch (Ascii.lower(text.substring(0, colon))) {
                    case "http" -> WebAddress.canonical(rest).map(web -> "http:" + web);
                    case "https" -> WebAddress.canonical(rest).map(web -> "https:" + web);
                    case "mailto" -> MailAddress.canonical(rest).map(mail -> "mailto:" + mail);
                    default -> Optional.empty();
                };
        return link.filter(found -> found.length() <= LONGEST);
    }
}
