package jp.kiyome.message.keep;

import java.net.IDN;
import java.util.Optional;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.message.text.Words;

/**
 * A mailbox (RFC 5322 §3.4): who is shown, and where mail goes.
 *
 * @param shown decoded, not cleaned; empty for none
 * @param address local part and domain; empty where what stands there is no address
 * @param japanese whether the name was in ISO-2022-JP
 */
record Mailbox(String shown, Optional<String> address, boolean japanese) {

    private static final String ATEXT = "!#$%&'*+-/=?^_`{|}~.";
    private static final int LONGEST = 320;

    static Mailbox of(String raw) {
        int open = raw.lastIndexOf('<');
        int close = raw.lastIndexOf('>');
        if (open >= 0 && close > open) {
            Optional<String> address = address(raw.substring(open + 1, close));
            String name = address.isPresent()
                    ? raw.substring(0, open)
                    : raw.replace('<', ' ').replace('>', ' ');
            Words.Read shown = Words.decode(unquoted(name.strip()));
            return new Mailbox(shown.text(), address, shown.japanese());
        }
        int comment = raw.indexOf('(');
        String bare =
                comment >= 0 && raw.endsWith(")") ? raw.substring(0, comment).strip() : raw;
        Optional<String> address = address(bare);
        String rest = address.isEmpty() ? raw : comment < 0 ? "" : raw.substring(comment + 1, raw.length() - 1);
        Words.Read shown = Words.decode(address.isEmpty() ? unquoted(rest) : rest);
        return new Mailbox(shown.text(), address, shown.japanese());
    }

    /** Quotes and backslashes resolved; encoded words are read inside of quotes too, for mailers write them there. */
    static String unquoted(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted && i + 1 < text.length()) {
                plain.append(text.charAt(++i));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** Dots may stand anywhere, as Japanese telephone companies gave them out. */
    private static Optional<String> address(String raw) {
        String text = raw.strip();
        int at = text.lastIndexOf('@');
        // RFC 5322 §4.4: a route before the address is not used any more.
        int route = text.startsWith("@") ? text.indexOf(':') : -1;
        if (at <= route || at < 1 || text.length() > LONGEST) {
            return Optional.empty();
        }
        String local = text.substring(route + 1, at);
        return domain(text.substring(at + 1)).filter(d -> localPart(local)).map(domain -> local + "@" + domain);
    }

    private static boolean localPart(String local) {
        if (local.length() > 1 && local.startsWith("\"") && local.endsWith("\"")) {
            String inside = local.substring(1, local.length() - 1);
            return inside.chars().allMatch(c -> c >= ' ' && c < 0x7F && c != '"' && c != '\\');
        }
        return !local.isEmpty()
                && local.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || c < 0x7F && ATEXT.indexOf(c) >= 0);
    }

    private static Optional<String> domain(String raw) {
        if (raw.startsWith("[") && raw.endsWith("]") && raw.length() > 2) {
            String inside = raw.substring(1, raw.length() - 1);
            boolean literal = inside.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || c == '.' || c == ':');
            return literal ? Optional.of(raw) : Optional.empty();
        }
        String name = raw;
        if (raw.chars().anyMatch(c -> c >= 0x80)) {
            try {
                name = IDN.toASCII(Words.decode(raw).text());
            } catch (IllegalArgumentException none) {
                return Optional.empty();
            }
        }
        boolean plain = name.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_');
        return plain && !name.isEmpty() && name.length() < 256 ? Optional.of(name) : Optional.empty();
    }
}
