package jp.kiyome.mail.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.text.Ascii;

/**
 * What stands behind MAIL FROM: and RCPT TO: (RFC 5321 §4.1.2).
 *
 * @param path between the angle brackets
 * @param parameters by their keys in upper case; empty for one without a value
 */
record PathArgument(String path, Map<String, String> parameters) {

    /** Empty for anything that is written otherwise, blanks inside the brackets and keys that stand twice among it. */
    static Optional<PathArgument> read(String argument, String keyword) {
        if (!Ascii.lower(argument).startsWith(keyword)) {
            return Optional.empty();
        }
        // A blank behind the colon is against the rule, and common.
        String rest = argument.substring(keyword.length()).stripLeading();
        int close = rest.indexOf('>');
        if (!rest.startsWith("<") || close < 0 || rest.lastIndexOf('<', close) != 0) {
            return Optional.empty();
        }
        String behind = rest.substring(close + 1);
        boolean apart = behind.isEmpty() || behind.startsWith(" ");
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String word : behind.strip().split(" +", -1)) {
            int equals = word.indexOf('=');
            String key = Ascii.upper(equals < 0 ? word : word.substring(0, equals));
            if (!word.isEmpty() && parameters.put(key, equals < 0 ? "" : word.substring(equals + 1)) != null) {
                return Optional.empty();
            }
        }
        return apart ? Optional.of(new PathArgument(rest.substring(1, close), parameters)) : Optional.empty();
    }

    /** Printable ASCII without blanks: what may be passed on to another server. */
    static boolean isPlain(String value, int most) {
        return !value.isEmpty() && value.length() <= most && value.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }
}
