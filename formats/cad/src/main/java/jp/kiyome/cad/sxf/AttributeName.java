package jp.kiyome.cad.sxf;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Names of figures that carry attributes (SXF Ver. 3.1, attribute mechanism): {@code $$ATRF$$..} names an attribute file beside the
 * drawing, {@code $$ATRU$$..} and {@code $$ATRS$$..} may name pictures. Files are named without a path. Stateless.
 */
final class AttributeName {

    private static final String BETWEEN = "$$";

    private AttributeName() {}

    /** @param path is run where a path went */
    static String judged(String name, Runnable path) {
        if (!name.startsWith(BETWEEN + "ATR")) {
            return name;
        }
        String bare =
                Arrays.stream(name.split("\\$\\$", -1)).map(AttributeName::bare).collect(Collectors.joining(BETWEEN));
        if (!bare.equals(name)) {
            path.run();
        }
        return bare;
    }

    private static String bare(String part) {
        int root = Math.max(part.indexOf(":\\"), part.indexOf(":/"));
        boolean rooted = root == 1
                || part.startsWith("\\")
                || part.startsWith("/")
                || part.startsWith("file:")
                || part.contains("..\\")
                || part.contains("../");
        return rooted ? part.substring(Math.max(part.lastIndexOf('/'), part.lastIndexOf('\\')) + 1) : part;
    }
}
