package jp.kiyome.message.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.core.text.Table;
import jp.kiyome.message.mime.MimePart;

/** The names that a part gives itself (RFC 2183 §2.3, RFC 2045's {@code name}). Stateless. */
final class Names {

    private static final Map<String, String> EXTENSIONS = load();
    private static final int LONGEST = 1_000;

    private Names() {}

    private static Map<String, String> load() {
        Map<String, String> all = new TreeMap<>();
        Table.of(Objects.requireNonNull(Names.class.getResource("extensions.tsv")))
                .rows()
                .forEach(row -> all.put(row.get(0), row.get(1)));
        return all;
    }

    /** Every name that some reader could show, the best first. */
    static List<String> all(MimePart part) {
        List<String> names = new ArrayList<>(part.disposition().parameters().readings("filename"));
        part.type().readings("name").stream().filter(n -> !names.contains(n)).forEach(names::add);
        part.disposition().parameters().readings("name").stream()
                .filter(n -> !names.contains(n))
                .forEach(names::add);
        names.removeIf(String::isBlank);
        names.replaceAll(name -> name.length() > LONGEST ? name.substring(name.length() - LONGEST) : name);
        return names;
    }

    /** Whether readers could be shown different types of file. */
    static boolean differ(List<String> names) {
        return names.stream().map(Names::extension).distinct().count() > 1;
    }

    /** A name for a part that has none, by what it says it is. */
    static String invented(MimePart part) {
        String stem = part.path().isEmpty() ? "part" : "part-" + part.path().replace('.', '-');
        return extensionOf(part.type().toString()).map(e -> stem + "." + e).orElse(stem);
    }

    static Optional<String> extensionOf(String type) {
        return Optional.ofNullable(EXTENSIONS.get(type));
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : Ascii.lower(name.substring(dot + 1).strip());
    }
}
