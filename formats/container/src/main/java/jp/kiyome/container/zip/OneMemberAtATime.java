package jp.kiyome.container.zip;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Holds a handler to the rules of {@link ZipOutput}. */
final class OneMemberAtATime {

    private final Set<String> begun = new LinkedHashSet<>();
    private boolean open;
    private boolean finished;

    void begin(String name) {
        NameRules.fault(name).ifPresent(fault -> {
            throw new IllegalArgumentException("a member cannot be called so: " + fault);
        });
        requireIdle();
        if (!begun.add(name)) {
            throw new IllegalArgumentException("two members of one name");
        }
        open = true;
    }

    void end() {
        open = false;
    }

    void finish(List<String> order) {
        requireIdle();
        if (order.size() != begun.size() || !begun.equals(new LinkedHashSet<>(order))) {
            throw new IllegalArgumentException("the order does not name each written member once");
        }
        finished = true;
    }

    private void requireIdle() {
        if (open || finished) {
            throw new IllegalStateException(open ? "a member is still open" : "the archive is finished");
        }
    }
}
