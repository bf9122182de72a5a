package jp.kiyome.core.link;

import java.util.Optional;
import jp.kiyome.core.text.Ascii;

/** What follows {@code http:} or {@code https:} (RFC 9110 §4.2, RFC 3986 §3), without user-info. */
public final class WebAddress {

    private static final String SUB_DELIMITERS = "!$&'()*+,;=";
    private static final String PATH = SUB_DELIMITERS + ":@/";
    private static final String QUERY = PATH + "?";

    private WebAddress() {}

    public static Optional<String> canonical(String afterScheme) {
        if (!afterScheme.startsWith("//")) {
            return Optional.empty();
        }
        String rest = afterScheme.substring(2);
        int hash = rest.indexOf('#');
        String fragment = hash < 0 ? "" : rest.substring(hash);
        String beforeHash = hash < 0 ? rest : rest.substring(0, hash);
        int question = beforeHash.indexOf('?');
        String query = question < 0 ? "" : beforeHash.substring(question);
        String beforeQuery = question < 0 ? beforeHash : beforeHash.substring(0, question);
        int slash = beforeQuery.indexOf('/');
        String path = slash < 0 ? "" : beforeQuery.substring(slash);
        return authority(slash < 0 ? beforeQuery : beforeQuery.substring(0, slash))
                .flatMap(authority ->
                        PercentEncoding.encode(path, PATH, false).map(encoded -> "//" + authority + encoded))
                .flatMap(start -> tail(query, '?').map(encoded -> start + encoded))
                .flatMap(start -> tail(fragment, '#').map(encoded -> start + encoded));
    }

    /** A query or fragment with the character that begins it; nothing stays nothing. */
    private static Optional<String> tail(String part, char mark) {
        if (part.isEmpty()) {
            return Optional.of("");
        }
        return PercentEncoding.encode(part.substring(1), QUERY, false).map(encoded -> mark + encoded);
    }

    private static Optional<String> authority(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return HostName.canonical(text);
        }
        String port = text.substring(colon + 1);
        return isPort(port)
                ? HostName.canonical(text.substring(0, colon)).map(host -> port.isEmpty() ? host : host + ":" + port)
                : Optional.empty();
    }

    private static boolean isPort(String port) {
        return port.length() <= 5
                && port.chars().allMatch(Ascii::isDigit)
                && (port.isEmpty() || Integer.parseInt(port) <= 65535);
    }
}
