package jp.kiyome.container.xml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The prefixes declared at the place being read (Namespaces in XML 1.0). */
final class NamespaceScope {

    private static final String XMLNS_URI = "http://www.w3.org/2000/xmlns/";

    /** @param shadowed what the prefix meant before */
    private record Binding(
            String prefix,
            Namespace namespace,
            boolean strict,
            int depth,
            @Nullable Binding shadowed) {}

    private final List<Binding> bindings = new ArrayList<>();
    private final Map<String, Binding> current = new HashMap<>();
    /** Where the innermost binding was made; elements count from 1. */
    private int deepest;

    private int epoch;

    /** Changes whenever a prefix may mean something else than before. */
    int epoch() {
        return epoch;
    }

    void clear() {
        bindings.clear();
        current.clear();
        deepest = 0;
        epoch++;
    }

    void declare(String prefix, Namespace namespace, String uri, int depth) {
        refuseReserved(prefix, namespace, uri);
        Binding before = current.get(prefix);
        if (before != null && before.depth == depth) {
            throw XmlRefusal.malformed("attribute twice");
        }
        Binding binding = new Binding(prefix, namespace, !uri.equals(namespace.uri()), depth, before);
        if (namespace != find(prefix)) {
            epoch++;
        }
        bindings.add(binding);
        deepest = depth;
        current.put(prefix, binding);
    }

    /** Section 3, reserved prefixes and namespace names; section 5, no prefix undeclared. */
    private static void refuseReserved(String prefix, Namespace namespace, String uri) {
        boolean xml = prefix.equals("xml");
        if (xml != (namespace == Namespace.XML)
                || prefix.equals("xmlns")
                || uri.equals(XMLNS_URI)
                || (!prefix.isEmpty() && namespace == Namespace.NONE)) {
            throw XmlRefusal.malformed("namespace declaration");
        }
    }

    void leave(int depth) {
        while (deepest == depth) {
            Binding gone = bindings.removeLast();
            deepest = bindings.isEmpty() ? 0 : bindings.getLast().depth;
            if (gone.shadowed == null) {
                current.remove(gone.prefix);
            } else {
                current.put(gone.prefix, gone.shadowed);
            }
            if (gone.namespace != find(gone.prefix)) {
                epoch++;
            }
        }
    }

    /** What the prefix means here; refuses prefixes that nobody declared. */
    Namespace resolve(String prefix) {
        Namespace found = prefix.equals("xml") ? Namespace.XML : find(prefix);
        if (found == null) {
            throw XmlRefusal.malformed("undeclared prefix");
        }
        return found;
    }

    /** Whether the namespace was declared by its Strict name. */
    boolean strict(Namespace namespace) {
        for (Binding binding : bindings) {
            if (binding.namespace == namespace && binding.strict) {
                return true;
            }
        }
        return false;
    }

    /** The namespaces declared by the element at {@code depth}. */
    List<Namespace> declaredAt(int depth) {
        List<Namespace> declared = new ArrayList<>();
        for (Binding binding : bindings) {
            if (binding.depth == depth) {
                declared.add(binding.namespace);
            }
        }
        return declared;
    }

    private @Nullable Namespace find(String prefix) {
        Binding binding = current.get(prefix);
        return binding != null ? binding.namespace : prefix.isEmpty() ? Namespace.NONE : null;
    }
}
