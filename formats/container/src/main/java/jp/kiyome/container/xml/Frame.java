package jp.kiyome.container.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One element that is open in the walk. */
final class Frame {

    /** What an open element means for the output. */
    enum Mode {
        /** Written: a start tag stands in the output. */
        WRITTEN,
        /** Gone, but its inside is judged as if it stood in the element around it. */
        TRANSPARENT,
        /** Its text is collected and judged before anything is written. */
        COLLECTING,
        /** An {@code mc:AlternateContent}. */
        ALTERNATIVES
    }

    final Mode mode;
    final ElementType type;
    final NameTable<ChildRule> children;
    final ElementHook hook;
    private boolean branchTaken;
    private boolean lostText;
    private XmlWriter.@Nullable Mark mark;
    private int hostCheckpoint;
    private boolean empty = true;
    private boolean broken;
    private boolean lost;
    private List<Set<XmlName>> missing = List.of();

    Frame(Mode mode, ElementType type, NameTable<ChildRule> children, ElementHook hook) {
        this.mode = mode;
        this.type = type;
        this.children = children;
        this.hook = hook;
    }

    Frame transparent(Mode as) {
        return new Frame(as, type, children, ElementHook.none());
    }

    @Nullable
    ValueRule textRule() {
        return mode == Mode.WRITTEN ? type.rules().text() : null;
    }

    /** Says whether a branch was taken before, and that one is now. */
    boolean takeBranch() {
        boolean before = branchTaken;
        branchTaken = true;
        return before;
    }

    /** Says once for each element that text in it was lost, in however many pieces it came. */
    boolean firstLostText() {
        boolean first = !lostText;
        lostText = true;
        return first;
    }

    /** Only the end of the element shows if it stays. */
    void provisional(XmlWriter.Mark at, int checkpoint) {
        mark = at;
        hostCheckpoint = checkpoint;
        missing = new ArrayList<>(type.rules().needs());
    }

    XmlWriter.@Nullable Mark mark() {
        return mark;
    }

    int hostCheckpoint() {
        return hostCheckpoint;
    }

    /** A child was written; for text the name is null. */
    void wrote(@Nullable XmlName child) {
        empty = false;
        if (child != null && !missing.isEmpty()) {
            missing.removeIf(oneOf -> oneOf.contains(child));
        }
    }

    /** A child that the element cannot do without was refused. */
    void broken() {
        broken = true;
    }

    /** Something inside was refused, and reported. */
    void lost() {
        lost = true;
    }

    boolean hasLost() {
        return lost;
    }

    boolean stays() {
        return !broken && missing.isEmpty() && !(empty && type.rules().nonEmpty());
    }
}
