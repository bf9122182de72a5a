package jp.kiyome.archive.frame;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.name.CleanName;
import jp.kiyome.core.type.FileType;

/** What a compressed file is called once it is unpacked: its own name without the extension of the frame. */
final class InnerName {

    /** Short forms of two extensions. */
    private static final Map<String, String> TAPES =
            Map.of("tgz", "tar", "tbz2", "tar", "tbz", "tar", "txz", "tar", "taz", "tar", "tzst", "tar");

    private InnerName() {}

    static String of(String outer, FileType frame) {
        int dot = outer.lastIndexOf('.');
        String extension = outer.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (dot <= 0 || !frame.extensions().contains(extension)) {
            return outer;
        }
        String stem = outer.substring(0, dot);
        return TAPES.containsKey(extension) ? stem + "." + TAPES.get(extension) : stem;
    }

    /** Whether what is inside may go by that name: it is clean, and only an extension is missing where there is none. */
    static boolean fits(String inner, CleanName clean) {
        String plain = CleanName.of(inner, Set.of(), Optional.empty()).name();
        return inner.isEmpty()
                || List.of(inner, plain).contains(clean.name())
                || clean.name().startsWith(plain + ".")
                || clean.name().replace('_', '.').equals(plain.replace('_', '.'));
    }
}
