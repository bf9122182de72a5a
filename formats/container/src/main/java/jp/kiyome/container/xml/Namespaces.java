package jp.kiyome.container.xml;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The file {@code namespaces.allow}: every namespace by prefix and by URI, and which branch of alternatives is carried. */
final class Namespaces {

    private final Map<String, Namespace> byKey = new HashMap<>();
    private final Map<String, Namespace> byUri = new HashMap<>();
    private final Map<String, Boolean> branches = new HashMap<>();
    private final Set<String> prefixes = new HashSet<>();

    static Namespaces read(BufferedReader file) throws IOException {
        Namespaces namespaces = new Namespaces();
        namespaces.add(Namespace.XML);
        namespaces.byKey.put("", Namespace.NONE);
        for (String line = file.readLine(); line != null; line = file.readLine()) {
            String text = Vocabulary.withoutComment(line);
            if (!text.isEmpty()) {
                namespaces.line(text.split(" +", -1));
            }
        }
        return namespaces;
    }

    private void line(String[] words) {
        switch (words[0]) {
            case "namespace" -> namespace(words);
            case "branch" -> branches.put(words[1], words[2].equals("choice"));
            default -> throw new IllegalStateException("namespaces.allow: " + String.join(" ", words));
        }
    }

    private void namespace(String[] words) {
        String strict = words[2];
        String prefix = words[1];
        boolean extension = false;
        for (int i = 3; i < words.length; i++) {
            switch (words[i]) {
                case "strict" -> strict = words[++i];
                case "prefix" -> prefix = words[++i];
                case "unprefixed" -> prefix = "";
                case "extension" -> extension = true;
                default -> throw new IllegalStateException("namespaces.allow: " + String.join(" ", words));
            }
        }
        if (!prefixes.add(prefix)) {
            throw new IllegalStateException("namespaces.allow: prefix twice: " + prefix);
        }
        add(new Namespace(words[1], prefix, words[2], strict, extension, true, byKey.size()));
    }

    private void add(Namespace namespace) {
        boolean twoNames = !namespace.uri().equals(namespace.strictUri());
        if (byKey.put(namespace.key(), namespace) != null
                || byUri.put(namespace.uri(), namespace) != null
                || twoNames && byUri.put(namespace.strictUri(), namespace) != null) {
            throw new IllegalStateException("namespaces.allow: twice: " + namespace.key());
        }
    }

    Namespace byKey(String key) {
        Namespace namespace = byKey.get(key);
        if (namespace == null) {
            throw new IllegalStateException("no such namespace: " + key);
        }
        return namespace;
    }

    Namespace byUri(String uri) {
        Namespace namespace = byUri.get(uri);
        return namespace == null ? Namespace.unknown(uri) : namespace;
    }

    /** Whether a choice that requires the namespace is carried. Without a line: when it has an allow-list. */
    boolean choiceCarried(Namespace namespace, boolean listed) {
        return branches.getOrDefault(namespace.key(), listed);
    }
}
