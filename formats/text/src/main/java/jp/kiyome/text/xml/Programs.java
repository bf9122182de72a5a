package jp.kiyome.text.xml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.text.Table;

/** What belongs to a program, as {@code programs.tsv} says. Immutable; threads share it. */
final class Programs {

    private static final Map<String, String> NAMESPACES = new HashMap<>();
    private static final Map<String, String> ROOTS = new HashMap<>();
    private static final Set<String> PARTS = new HashSet<>();

    static {
        for (List<String> row : Table.of(Objects.requireNonNull(Programs.class.getResource("programs.tsv")))
                .rows()) {
            switch (row.get(0)) {
                case "root" -> ROOTS.put(row.get(1), row.get(2));
                case "part" -> PARTS.add(row.get(1));
                default -> NAMESPACES.put(row.get(1), row.get(2));
            }
        }
    }

    private Programs() {}

    /** Whether a root is that of a part of a package, which by itself is data. */
    static boolean isPart(String namespace, String local) {
        return PARTS.contains(namespace + " " + local);
    }

    /** What an element makes of its document, if anything. */
    static Optional<String> of(String namespace, String local, boolean root) {
        String byName = root && namespace.isEmpty() ? ROOTS.get(local) : null;
        String known = byName == null ? NAMESPACES.get(namespace) : byName;
        boolean clr = namespace.startsWith("clr-namespace:") || namespace.startsWith("using:");
        return known == null && clr ? Optional.of("XAML program") : Optional.ofNullable(known);
    }
}
