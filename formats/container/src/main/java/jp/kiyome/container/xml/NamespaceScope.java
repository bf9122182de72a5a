package jp.kiyome.container.xml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The prefixes declared at the place being read (Namespaces in XML 1.0). */
final class NamespaceScope {

    private record Binding(String prefix, Namespace namespace, boolean strict, int depth) {}

    private final List<Binding> bindings = new ArrayList<>();
    private int epoch;

    /** Changes whenever a prefix may mean something else than before. */
    int epoch() {
        return epoch;
    }

    void declare(String prefix, Namespace namespace, String uri, int depth) {
        if (prefix.equals("xml") || prefix.equals("xmlns") || !prefix.isEmpty() && namespace == Namespace.NONE) {
            throw XmlRefusal.malformed("namespace declaration");
        }
        for (int i = bindings.size() - 1; i >= 0 && bindings.get(i).depth == depth; i--) {
            if (bindings.get(i).prefix.equals(prefix)) {
                throw XmlRefusal.malformed("attribute twice");
            }
        }
        boolean same = namespace == find(prefix);
        boolean strict = !uri.equals(namespace.uri());
        bindings.add(new Binding(prefix, namespace, strict, depth));
        if (!same) {
            epoch++;
        }
    }

    void leave(int depth) {
        while (!bindings.isEmpty() && bindings.getLast().depth == depth) {
            Binding gone = bindings.removeLast();
            if (find(gone.prefix) != gone.namespace) {
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
        return bindings.stream().anyMatch(b -> b.namespace == namespace && b.strict);
    }

    /** The namespaces declared by the element at {@code depth}. */
    List<Namespace> declaredAt(int depth) {
        return bindings.stream()
                .filter(b -> b.depth == depth)
                .map(Binding::namespace)
                .toList();
    }

    private @Nullable Namespace find(String prefix) {
        for (int i = bindings.size() - 1; i >= 0; i--) {
            if (bindings.get(i).prefix.equals(prefix)) {
                return bindings.get(i).namespace;
            }
        }
        return prefix.isEmpty() ? Namespace.NONE : null;
    }
}
