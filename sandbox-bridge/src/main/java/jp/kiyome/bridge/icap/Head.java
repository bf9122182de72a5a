package jp.kiyome.bridge.icap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.text.Ascii;

/**
 * A first line and header fields, of ICAP or of the HTTP message inside.
 *
 * @param fields values by name in lower case
 */
record Head(String firstLine, Map<String, List<String>> fields) {

    /** The value of a field that may stand once. */
    Optional<String> field(String name) {
        List<String> values = fields.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw new Unanswered(WhyNotScanned.PROTOCOL, "twice: " + name);
        }
        return values.stream().findFirst();
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    /** A field that is a number; empty when it is not there. */
    Optional<Integer> number(String name) {
        return field(name).map(text -> {
            if (text.isEmpty() || text.length() > 9 || !text.chars().allMatch(Ascii::isDigit)) {
                throw new Unanswered(WhyNotScanned.PROTOCOL, name + ": " + text);
            }
            return Integer.parseInt(text);
        });
    }

    /**
     * The number in a status line.
     *
     * @param protocol with its version, for example {@code ICAP/1.0}
     */
    int status(String protocol) {
        String line = firstLine;
        int at = protocol.length() + 1;
        boolean right = line.startsWith(protocol + " ")
                && line.length() >= at + 3
                && line.substring(at, at + 3).chars().allMatch(Ascii::isDigit)
                && (line.length() == at + 3 || line.charAt(at + 3) == ' ');
        if (!right) {
            throw new Unanswered(WhyNotScanned.PROTOCOL, "not a status: " + line);
        }
        return Integer.parseInt(line.substring(at, at + 3));
    }
}
