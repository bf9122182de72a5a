package jp.kiyome.testcorpus.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What {@code lists.txt} beside this class says must not be in an output. */
record Lists(
        Set<String> elements,
        Set<String> attributes,
        Set<String> types,
        Set<String> relationships,
        Set<String> functions,
        Set<String> namespaces) {

    static Lists read() {
        Lists lists = new Lists(
                new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>(), new HashSet<>());
        try (InputStream in = Lists.class.getResourceAsStream("lists.txt")) {
            if (in == null) {
                throw new IllegalStateException("lists.txt is missing");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .filter(line -> !line.isEmpty())
                    .forEach(lists::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lists;
    }

    private void take(String line) {
        String[] words = line.split("\\s+", -1);
        Set<String> list =
                switch (words[0]) {
                    case "element" -> elements;
                    case "attribute" -> attributes;
                    case "type" -> types;
                    case "relationship" -> relationships;
                    case "function" -> functions;
                    case "namespace" -> namespaces;
                    default -> throw new IllegalStateException("lists.txt: " + line);
                };
        for (int i = 1; i < words.length; i++) {
            list.add(words[i]);
        }
    }

    boolean forbidsType(String contentType) {
        String small = contentType.toLowerCase(Locale.ROOT);
        return types.stream().anyMatch(small::contains);
    }

    boolean knowsNamespace(String uri) {
        return uri.isEmpty() || namespaces.stream().anyMatch(uri::startsWith);
    }

    boolean allowsRelationship(String kind) {
        return relationships.contains(kind);
    }

    /** By name, or by a beginning that ends in a star. */
    boolean forbidsFunction(String name) {
        String bare = name.toUpperCase(Locale.ROOT).replaceFirst("^(_XLFN\\.|_XLWS\\.|_XLL\\.)+", "");
        return functions.contains(bare)
                || functions.stream()
                        .filter(f -> f.endsWith("*"))
                        .anyMatch(f -> bare.startsWith(f.substring(0, f.length() - 1)));
    }
}
