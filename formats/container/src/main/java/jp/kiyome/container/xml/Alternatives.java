package jp.kiyome.container.xml;

import jp.kiyome.core.finding.Action;
import org.jspecify.annotations.Nullable;

/**
 * Settles {@code mc:AlternateContent} (ECMA-376-3 §7.6): one branch takes its place, so that no reader sees another.
 */
final class Alternatives {

    private final AllowList list;
    private final FilterHost host;
    private final XmlReader in;

    Alternatives(AllowList list, FilterHost host, XmlReader in) {
        this.list = list;
        this.host = host;
        this.in = in;
    }

    boolean handles(XmlName name) {
        return name.namespace().alternatives();
    }

    /** Attributes that tell a reader how to deal with namespaces it does not know; written anew where needed. */
    static boolean instruction(XmlName name) {
        return name.namespace().alternatives();
    }

    /** The frame for an element of the namespace, or null when it goes with everything inside. */
    @Nullable
    Frame start(Frame parent, XmlName name) {
        boolean among = parent.mode == Frame.Mode.ALTERNATIVES;
        return switch (name.local()) {
            case "AlternateContent" -> {
                if (among || parent.mode == Frame.Mode.COLLECTING) {
                    yield refused(name);
                }
                host.found("structure.alternatives", Action.CHANGED, parent.type.key(), "");
                yield parent.transparent(Frame.Mode.ALTERNATIVES);
            }
            case "Choice" -> among ? branch(parent, carried()) : refused(name);
            case "Fallback" -> among ? branch(parent, true) : refused(name);
            default -> refused(name);
        };
    }

    private @Nullable Frame branch(Frame alternatives, boolean wanted) {
        return wanted && !alternatives.takeBranch() ? alternatives.transparent(Frame.Mode.TRANSPARENT) : null;
    }

    private @Nullable Frame refused(XmlName name) {
        host.found("structure.unknown-element", Action.REMOVED, name.toString(), "");
        return null;
    }

    /** Whether every namespace that the choice requires has an allow-list and is not better served by the fallback. */
    private boolean carried() {
        String requires = in.attributes().text("Requires").strip();
        if (requires.isEmpty()) {
            return false;
        }
        for (String prefix : requires.split(" +", -1)) {
            if (!list.choiceCarried(in.resolve(prefix))) {
                return false;
            }
        }
        return true;
    }
}
