package jp.kiyome.cad.dxf.keep;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.cad.dxf.rules.Check;

/** Names of files that a drawing refers to: what is behind the last separator, of the kinds of files that belong there. */
final class FileNames {

    private static final Pattern ESCAPED = Pattern.compile("\\\\[Uu]\\+([0-9A-Fa-f]{4})");
    private static final Pattern MULTIBYTE = Pattern.compile("\\\\[Mm]\\+[0-9][0-9A-Fa-f]{4}");
    private static final String NEVER = "<>\"|?*%";

    private static final Map<Check, Set<String>> EXTENSIONS = Map.of(
            Check.FONT, Set.of("shx", "ttf", "ttc", "otf", "pfb", "pfa", "shp", "fon"),
            Check.IMAGE,
                    Set.of(
                            "bmp", "dib", "rle", "png", "jpg", "jpeg", "jp2", "j2k", "tif", "tiff", "gif", "pcx", "tga",
                            "ecw", "sid"),
            Check.UNDERLAY, Set.of("pdf", "dwf", "dwfx", "dgn"),
            Check.XREF, Set.of("dwg", "dxf"));

    private FileNames() {}

    /** The name without folders, drives, shares and addresses; as it was where it has none. */
    static String withoutPath(String path) {
        String bare = bare(path);
        return bare.equals(readable(path)) ? path : bare;
    }

    /** With characters for the escapes that stand for them. */
    private static String readable(String path) {
        return ESCAPED.matcher(path).replaceAll(match -> {
            char c = (char) Integer.parseInt(match.group(1), 16);
            return Matcher.quoteReplacement(Character.isSurrogate(c) ? "_" : String.valueOf(c));
        });
    }

    private static String bare(String path) {
        // Two bytes behind an escape of their own code page may be a separator to some reader.
        String readable = readable(MULTIBYTE.matcher(path).replaceAll("_"));
        int cut = Math.max(readable.lastIndexOf('/'), Math.max(readable.lastIndexOf('\\'), readable.lastIndexOf(':')));
        StringBuilder name = new StringBuilder();
        readable.substring(cut + 1)
                .chars()
                .filter(c -> c >= ' ' && c != 0x7F && NEVER.indexOf(c) < 0)
                .forEach(c -> name.append((char) c));
        return name.toString();
    }

    /** A bare name of a kind of file that belongs there, or nothing. */
    static String allowed(Check kind, String path) {
        String name = withoutPath(path).strip();
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
            return kind == Check.FONT ? name : "";
        }
        String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        boolean fits = EXTENSIONS.getOrDefault(kind, Set.of()).contains(extension);
        return fits && name.length() <= 255 ? name : "";
    }
}
