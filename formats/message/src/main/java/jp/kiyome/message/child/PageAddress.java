package jp.kiyome.message.child;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a part of a saved page stood (RFC 2557 §4 and §5). Used to find a part by what another calls it, never written: so whatever
 * characters it has are borne.
 *
 * @param text absolute or relative; empty where nobody says
 */
public record PageAddress(String text) {

    /** RFC 3986 §3: scheme, authority, path; the query belongs to the path here. */
    private static final Pattern ABSOLUTE = Pattern.compile("(?s)([A-Za-z][A-Za-z0-9+.-]*+:)(//[^/?]*+)?(.*)");

    private static final Pattern SPACE = Pattern.compile("\\s+");

    public PageAddress {
        int fragment = text.indexOf('#');
        text = SPACE.matcher(fragment < 0 ? text : text.substring(0, fragment)).replaceAll("");
    }

    /** What a reference on this page leads to (RFC 3986 §5.2). */
    public PageAddress resolve(String reference) {
        Matcher base = ABSOLUTE.matcher(text);
        if (ABSOLUTE.matcher(reference).matches() || !base.matches()) {
            return new PageAddress(reference);
        }
        String scheme = base.group(1);
        String authority = base.group(2) == null ? "" : base.group(2);
        if (reference.startsWith("//")) {
            return new PageAddress(scheme + reference);
        }
        String path = base.group(3);
        int query = path.indexOf('?');
        String folder = path.substring(0, (query < 0 ? path : path.substring(0, query)).lastIndexOf('/') + 1);
        boolean rooted = reference.startsWith("/");
        return new PageAddress(scheme + authority + withoutDots(rooted ? reference : folder + reference));
    }

    /** RFC 3986 §5.2.4. */
    private static String withoutDots(String path) {
        Deque<String> kept = new ArrayDeque<>();
        for (String step : path.split("/", -1)) {
            if (step.equals("..")) {
                if (kept.size() > 1) {
                    kept.removeLast();
                }
            } else if (!step.equals(".")) {
                kept.addLast(step);
            }
        }
        return String.join("/", kept);
    }

    /** The same for all ways to write it. */
    String comparable() {
        return SPACE.matcher(decoded(text)).replaceAll("");
    }

    /** Octets for percent signs and two digits, as UTF-8. */
    static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < utf8.length; i++) {
            int high = i + 2 < utf8.length ? Character.digit(utf8[i + 1], 16) : -1;
            int low = i + 2 < utf8.length ? Character.digit(utf8[i + 2], 16) : -1;
            boolean coded = utf8[i] == '%' && high >= 0 && low >= 0;
            bytes.write(coded ? high << 4 | low : utf8[i]);
            i += coded ? 2 : 0;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
