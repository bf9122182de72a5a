package jp.kiyome.text.html;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.kiyome.core.link.WebLink;

/** Where links may lead: the web, mail, and places in the same document. */
final class Links {

    private static final Pattern ANCHOR = Pattern.compile("#[^\\s\"'<>`\\\\\\p{Cntrl}]{0,200}");

    private Links() {}

    /** Controls are taken out first, as browsers do. */
    static Optional<String> canonical(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        raw.chars().filter(c -> c >= ' ' && c != 0x7F).forEach(c -> text.append((char) c));
        String target = text.toString().strip();
        if (target.startsWith("#")) {
            return Optional.of(target).filter(t -> ANCHOR.matcher(t).matches());
        }
        return WebLink.canonical(target);
    }
}
