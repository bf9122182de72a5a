package jp.kiyome.container.xml;

import java.util.Optional;
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
    private @Nullable PendingTag pending;

    Frame(Mode mode, ElementType type, NameTable<ChildRule> children, ElementHook hook) {
        this.mode = mode;
        this.type = type;
        this.children = children;
        this.hook = hook;
    }

    Frame transparent(Mode as) {
        return new Frame(as, type, children, ElementHook.NONE);
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

    /** The start tag is written when something inside is. */
    void writeLater(PendingTag tag) {
        pending = tag;
    }

    Optional<PendingTag> takePending() {
        Optional<PendingTag> taken = Optional.ofNullable(pending);
        pending = null;
        return taken;
    }
}
