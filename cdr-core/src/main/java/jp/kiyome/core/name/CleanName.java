package jp.kiyome.core.name;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.type.FileType;

/**
 * A file name that shows what the file is, and that every system can store. The name as it came, where nothing is wrong
 * with it; cleaning twice changes nothing.
 *
 * @param name without any directory
 * @param deceived whether something in it was made to deceive: invisible or direction-changing characters, a second
 *     extension, an extension pushed out of sight
 * @param adapted whether it could not be stored everywhere
 */
public record CleanName(String name, boolean deceived, boolean adapted) {

    /**
     * The clean form of a name.
     *
     * @param raw the name as it came; what stands before the last slash or backslash does not count
     * @param known extensions of known types, lower case
     * @param type the actual type, where known; the extension will be one of its extensions
     */
    public static CleanName of(String raw, Set<String> known, Optional<FileType> type) {
        String last = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        CleanName clean = once(last, known, type);
        // What one step takes away can bring forth what another would change.
        for (CleanName next = once(clean.name, known, type); !next.name.equals(clean.name); ) {
            clean = new CleanName(next.name, clean.deceived || next.deceived, clean.adapted || next.adapted);
            next = once(clean.name, known, type);
        }
        return clean;
    }

    private static CleanName once(String last, Set<String> known, Optional<FileType> type) {
        Extensions extensions = new Extensions(known);
        String visible = Characters.visible(last);
        String typed = type.map(actual -> extensions.typed(visible, actual)).orElse(visible);
        String single = extensions.single(typed);
        String storable = PortableName.of(single);
        boolean deceived = !extensions.single(visible).equals(last);
        return new CleanName(storable, deceived, !storable.equals(single));
    }

    /** The name with a word put before its extension: {@code report.docx} becomes {@code report.cleaned.docx}. */
    public static String marked(String name, String word) {
        int dot = name.lastIndexOf('.');
        return PortableName.shortened(
                dot <= 0 ? name + "." + word : name.substring(0, dot) + "." + word + name.substring(dot));
    }

    static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
