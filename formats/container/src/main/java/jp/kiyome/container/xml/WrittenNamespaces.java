package jp.kiyome.container.xml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The namespaces declared at the place being written. Only the one without prefix ever changes its meaning. */
final class WrittenNamespaces {

    /** @param before the default namespace outside, where this one is the default */
    private record Declared(Namespace namespace, int depth, Namespace before) {}

    private final List<Declared> declared = new ArrayList<>();
    private boolean[] prefixed = new boolean[256];
    private Namespace unprefixed = Namespace.NONE;

    int count() {
        return declared.size();
    }

    /** Says that an element at {@code depth} has a name in the namespace; true when it must declare it. */
    boolean use(Namespace namespace, int depth) {
        if (namespace == Namespace.XML) {
            return false;
        }
        if (namespace.outputPrefix().isEmpty()) {
            if (namespace == unprefixed) {
                return false;
            }
            declared.add(new Declared(namespace, depth, unprefixed));
            unprefixed = namespace;
            return true;
        }
        int order = namespace.order();
        if (order >= prefixed.length) {
            prefixed = Arrays.copyOf(prefixed, order * 2);
        }
        if (prefixed[order]) {
            return false;
        }
        declared.add(new Declared(namespace, depth, unprefixed));
        prefixed[order] = true;
        return true;
    }

    /** Forgets what elements deeper than {@code depth} declared. */
    void leave(int depth) {
        while (!declared.isEmpty() && declared.getLast().depth > depth) {
            back(declared.size() - 1);
        }
    }

    /** Forgets all but the first {@code count} declarations. */
    void back(int count) {
        while (declared.size() > count) {
            Declared gone = declared.removeLast();
            if (gone.namespace.outputPrefix().isEmpty()) {
                unprefixed = gone.before;
            } else {
                prefixed[gone.namespace.order()] = false;
            }
        }
    }
}
