package jp.kiyome.cad.iges;

import java.util.List;
import java.util.regex.Pattern;

/** What becomes of string constants. Stateless. */
final class Texts {

    private static final Pattern PATH = Pattern.compile("(?s)(?:[A-Za-z]:[\\\\/]|\\\\\\\\|//|file:).*");

    private Texts() {}

    /** Without controls and without paths. */
    static List<Field> cleaned(List<Field> fields, Runnable control, Runnable path) {
        return fields.stream()
                .map(field ->
                        field instanceof Field.Text(String text) ? new Field.Text(cleaned(text, control, path)) : field)
                .toList();
    }

    private static String cleaned(String text, Runnable control, Runnable path) {
        StringBuilder clean = new StringBuilder(text.length());
        text.chars()
                .map(octet -> octet < 0x20 || octet == 0x7F ? ' ' : octet)
                .forEach(octet -> clean.append((char) octet));
        if (!clean.toString().equals(text)) {
            control.run();
        }
        if (!PATH.matcher(clean).matches()) {
            return clean.toString();
        }
        path.run();
        return bare(clean.toString());
    }

    /** The name behind the last separator. */
    static String bare(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
}
