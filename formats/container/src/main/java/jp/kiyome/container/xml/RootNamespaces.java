package jp.kiyome.container.xml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import jp.kiyome.core.finding.Action;

/**
 * The namespace declarations of a root element: those of the input that have an allow-list, in the allow-list's order, and an
 * {@code mc:Ignorable} that names the extensions among them that the input let readers ignore (ECMA-376-3 §7.2).
 */
final class RootNamespaces {

    private static final Comparator<Namespace> ORDER = (one, other) -> Integer.compare(one.order(), other.order());

    private RootNamespaces() {}

    static void declare(AllowList list, FilterHost host, XmlReader in, XmlWriter out) {
        TreeSet<Namespace> kept = new TreeSet<>(ORDER);
        for (Namespace namespace : in.declaredHere()) {
            if (list.listed(namespace) && !namespace.outputPrefix().isEmpty()) {
                // The default namespace is declared by the elements that are in it: here it would take in the others.
                kept.add(namespace);
            } else if (!namespace.known()) {
                host.found(
                        "structure.unknown-namespace", Action.REMOVED, in.name().toString(), namespace.uri());
            }
        }
        List<String> ignorable = new ArrayList<>();
        for (Namespace namespace : ignorable(in)) {
            if (kept.contains(namespace)) {
                ignorable.add(namespace.outputPrefix());
            }
        }
        for (Namespace namespace : kept) {
            out.declare(namespace);
        }
        if (!ignorable.isEmpty()) {
            Namespace mc = list.namespace("http://schemas.openxmlformats.org/markup-compatibility/2006");
            out.declare(mc);
            out.attribute(new XmlName(mc, "Ignorable"), Utf8.of(String.join(" ", ignorable)));
        }
    }

    private static List<Namespace> ignorable(XmlReader in) {
        TreeSet<Namespace> ignorable = new TreeSet<>(ORDER);
        String text = in.attributes().ignorable().strip();
        for (String prefix : text.isEmpty() ? new String[0] : text.split(" +", -1)) {
            Namespace namespace = in.resolve(prefix);
            if (namespace.extension()) {
                ignorable.add(namespace);
            }
        }
        return new ArrayList<>(ignorable);
    }
}
