package jp.kiyome.core.magic;

import java.util.List;

/** Which media types are written in which others, so that the outer one is what the first bytes show. */
final class Kinship {

    private final List<List<String>> rows;

    /** @param rows a media type (or the start of several, ended by {@code *}), and what it may be written in */
    Kinship(List<List<String>> rows) {
        this.rows = rows;
    }

    /** Whether a file of the type {@code structure} may begin as one of the type {@code magic} does. */
    boolean related(String magic, String structure) {
        if (magic.isEmpty() || magic.equals(structure)) {
            return true;
        }
        for (List<String> row : rows) {
            if (matches(row.get(0), structure) && row.get(1).equals(magic)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String pattern, String type) {
        int last = pattern.length() - 1;
        return pattern.charAt(last) == '*' ? type.startsWith(pattern.substring(0, last)) : type.equals(pattern);
    }
}
