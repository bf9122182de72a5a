package jp.kiyome.pdf.keep;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import jp.kiyome.pdf.allow.Rule;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.write.CleanFile;

/** Which object of the file was copied to which place of the clean one, once for each thing it is used as. Not thread-safe. */
final class Copies {

    private record Copy(int number, String as) {}

    /** An object that waits to be copied to {@code index} as far as the rule allows. */
    record Task(int index, int number, Rule rule) {}

    private final CleanFile clean;
    private final Map<Copy, Integer> copies = new HashMap<>();
    private final Map<Integer, Integer> first = new HashMap<>();
    private final Deque<Task> queue = new ArrayDeque<>();

    Copies(CleanFile clean) {
        this.clean = clean;
    }

    /** The first copy of an object, whatever it is used as. */
    Optional<Cos> known(Cos value) {
        return value instanceof Cos.Ref ref
                ? Optional.ofNullable(first.get(ref.number())).map(CleanFile::ref)
                : Optional.empty();
    }

    /** Says that an object is being copied by other code. */
    void claim(int number, int index) {
        first.putIfAbsent(number, index);
    }

    /** Copies what code rather than a shape makes of an object, once. {@code make} sets the object or leaves it null. */
    Optional<Cos> once(Cos value, String as, IntConsumer make) {
        if (!(value instanceof Cos.Ref ref)) {
            int index = clean.add();
            make.accept(index);
            return present(index);
        }
        Copy copy = new Copy(ref.number(), as);
        Integer known = copies.get(copy);
        if (known == null) {
            known = add(copy);
            make.accept(known);
        }
        return present(known);
    }

    private Optional<Cos> present(int index) {
        return clean.value(index) instanceof Cos.Null ? Optional.empty() : Optional.of(CleanFile.ref(index));
    }

    private int add(Copy copy) {
        int index = clean.add();
        copies.put(copy, index);
        first.putIfAbsent(copy.number, index);
        return index;
    }

    /** A place for an object that is copied when its turn comes. */
    Cos later(Cos.Ref ref, String as, Rule rule) {
        Copy copy = new Copy(ref.number(), as);
        Integer known = copies.get(copy);
        if (known == null) {
            known = add(copy);
            queue.add(new Task(known, ref.number(), rule));
        }
        return CleanFile.ref(known);
    }

    /** The next that waits. */
    Optional<Task> next() {
        return Optional.ofNullable(queue.poll());
    }
}
