package jp.kiyome.testcorpus.scan;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which link targets may stand: web pages and mail addresses without tricks, and places in the document. */
final class Links {

    private static final Pattern WEB = Pattern.compile("(?i)https?://([^/?#]+)(?:[/?#].*)?");
    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.-]+(?::[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+](?::[0-9]{1,5})?");
    private static final Pattern CONTROL = Pattern.compile("(?i)%([01][0-9a-f]|7f)");

    private Links() {}

    static boolean harmless(String target) {
        if (target.startsWith("#")) {
            return true;
        }
        boolean odd = target.chars()
                .anyMatch(c -> c <= ' ' || c == '\\' || c == 0x7F || Character.getType(c) == Character.FORMAT);
        if (odd || CONTROL.matcher(target).find()) {
            return false;
        }
        if (target.toLowerCase(Locale.ROOT).startsWith("mailto:")) {
            return true;
        }
        Matcher web = WEB.matcher(target);
        return web.matches() && host(web.group(1));
    }

    private static boolean host(String authority) {
        if (HOST.matcher(authority).matches()) {
            return true;
        }
        if (authority.codePoints().anyMatch(c -> c != '.' && c != '-' && !Character.isLetterOrDigit(c))) {
            return false;
        }
        try {
            String ascii = IDN.toASCII(authority, IDN.USE_STD3_ASCII_RULES);
            return IDN.toUnicode(ascii).equals(authority.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException notAHost) {
            return false;
        }
    }
}
