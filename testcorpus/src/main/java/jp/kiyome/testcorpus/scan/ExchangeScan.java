package jp.kiyome.testcorpus.scan;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What must not be in a file of ISO 10303-21: comments that are no features, entities and sections that name files, authors, paths, bytes
 * behind the end.
 */
final class ExchangeScan {

    private static final String START = "ISO-10303-21;";
    private static final String END = "END-ISO-10303-21;";
    private static final Pattern COMMENT = Pattern.compile("/\\*(?!SXF(?:3|3\\.1)?\\s)", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("'(?:[^']|'')*'");
    private static final Pattern PATH = Pattern.compile("'(?:[A-Za-z]:(?:\\\\\\\\|/)|\\\\\\\\\\\\\\\\|file:)");
    private static final Pattern AUTHOR = Pattern.compile("FILE_NAME\\('(?:[^']|'')*','[^']*',\\((?!''\\))");
    private static final List<String> NAMES = List.of(
            "DOCUMENT_FILE(",
            "EXTERNALLY_DEFINED_ITEM(",
            "_EXTERNAL_IDENTIFICATION_ASSIGNMENT(",
            "=!",
            "ANCHOR;",
            "REFERENCE;",
            "SIGNATURE;",
            "FILE_POPULATION(");

    private ExchangeScan() {}

    static boolean is(Layer layer) {
        return layer.path().isEmpty()
                && new String(layer.bytes(), 0, Math.min(16, layer.bytes().length), StandardCharsets.ISO_8859_1)
                        .startsWith(START);
    }

    static void look(Layer layer, Check.Found found) {
        // In code page 932 a quote or backslash may be half of a character.
        String text = new String(layer.bytes(), Charset.forName("windows-31j"));
        boolean features = text.contains("feature_mode");
        String bare = features ? text : STRING.matcher(text).replaceAll("''");
        if (COMMENT.matcher(bare).find()) {
            found.structure("", "a comment");
        }
        if (!text.stripTrailing().endsWith(END)) {
            found.structure("", "bytes behind the end");
        }
        NAMES.stream().filter(bare::contains).forEach(name -> found.vector("", name));
        Matcher path = PATH.matcher(text);
        if (!features && path.find()) {
            found.vector("", "a path");
        }
        if (AUTHOR.matcher(text).find()) {
            found.structure("header", "an author");
        }
    }
}
