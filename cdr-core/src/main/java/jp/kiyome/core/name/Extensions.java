package jp.kiyome.core.name;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import jp.kiyome.core.text.Table;
import jp.kiyome.core.type.FileType;

/** What stands behind the dots of a name. */
final class Extensions {

    private final Set<String> telling;

    /** Extensions that stand behind another: of a frame around one file. */
    private static final Set<String> FRAMES = Set.of("gz", "bz2", "xz", "zst");

    private static final class OfPrograms {
        static final Set<String> ALL = load();

        private static Set<String> load() {
            Set<String> all = new HashSet<>();
            Table.of(Objects.requireNonNull(Extensions.class.getResource("telling-extensions.tsv")))
                    .rows()
                    .forEach(row -> all.add(row.getFirst()));
            return all;
        }
    }

    Extensions(Set<String> known) {
        telling = known;
    }

    /** One extension only: the dots before others that a reader takes for the type become underscores. */
    String single(String name) {
        int last = name.lastIndexOf('.');
        StringBuilder single = new StringBuilder(name);
        int end = framed(name, last) ? name.lastIndexOf('.', last - 1) : last;
        while (end > 0) {
            int dot = name.lastIndexOf('.', end - 1);
            if (dot <= 0 || !tells(name.substring(dot, end))) {
                break;
            }
            single.setCharAt(dot, '_');
            end = dot;
        }
        return single.toString();
    }

    /** The name of a compressed file tells what is compressed: {@code table.csv.gz} has one extension of each. */
    private static boolean framed(String name, int last) {
        return last > 0 && name.lastIndexOf('.', last - 1) > 0 && FRAMES.contains(CleanName.extension(name));
    }

    /** With an extension of the type: in the place of one that tells another type, else behind the name. */
    String typed(String name, FileType type) {
        if (isOf(name, type)) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 && tells(name.substring(dot)) ? name.substring(0, dot) : name;
        return isOf(stem, type) ? stem : stem + "." + type.extensions().getFirst();
    }

    private static boolean isOf(String name, FileType type) {
        return name.indexOf('.') >= 0 && type.extensions().contains(CleanName.extension(name));
    }

    private boolean tells(String dotAndExtension) {
        String extension = CleanName.extension(dotAndExtension.strip());
        return telling.contains(extension) || OfPrograms.ALL.contains(extension);
    }
}
