package jp.kiyome.pdf.keep;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.write.CleanFile;

/**
 * Cuts chains of objects that come back to themselves along keys that readers follow without looking: functions made of functions,
 * parents, replies, masks. An entry that closes a loop goes. Walks with a stack of its own, each object once a key. Not thread-safe.
 */
final class Loops {

    /**
     * 7.10.4; 12.7.4 and 12.3.3; 12.5.6.2; 8.9.5; 8.11.2.2; 14.7.2; 9.7.6. Kids of pages, fields and structure are edges of trees already;
     * drawings see {@link Drawings}.
     */
    private static final List<String> KEYS =
            List.of("Functions", "Parent", "IRT", "SMask", "Mask", "OCGs", "P", "DescendantFonts");

    private final CleanFile clean;
    private final Told told;

    Loops(CleanFile clean, Told told) {
        this.clean = clean;
        this.told = told;
    }

    private record Step(int index, Deque<Integer> next) {}

    void cut() {
        for (String key : KEYS) {
            byte[] state = new byte[clean.size()];
            for (int i = 0; i < state.length; i++) {
                if (state[i] == 0 && !targets(i, key).isEmpty()) {
                    walk(i, key, state);
                }
            }
        }
    }

    /** States: 0 not met, 1 on the way here, 2 done. */
    private void walk(int start, String key, byte[] state) {
        Deque<Step> open = new ArrayDeque<>();
        state[start] = 1;
        open.push(new Step(start, targets(start, key)));
        while (!open.isEmpty()) {
            Step step = open.element();
            Integer target = step.next.poll();
            if (target == null) {
                state[step.index] = 2;
                open.pop();
            } else if (state[target] == 0) {
                state[target] = 1;
                open.push(new Step(target, targets(target, key)));
            } else if (state[target] == 1) {
                told.removed("pdf.loop", new Place(0, key));
                clean.without(step.index, key);
                step.next.clear();
            }
        }
    }

    private Deque<Integer> targets(int index, String key) {
        Deque<Integer> targets = new ArrayDeque<>();
        if (clean.value(index) instanceof Cos.Dict dict) {
            for (Cos one : clean.resolve(dict.get(key)) instanceof Cos.Arr all ? all.items() : List.of(dict.get(key))) {
                if (one instanceof Cos.Ref ref) {
                    targets.add(ref.number());
                }
            }
        }
        return targets;
    }
}
