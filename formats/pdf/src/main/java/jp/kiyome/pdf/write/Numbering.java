package jp.kiyome.pdf.write;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Num;

/** Gives the objects of a clean file their numbers, in the order in which a walk from the root meets them; others get none. */
// The order of the keys matters.
@SuppressWarnings("NonApiType")
final class Numbering {

    private final CleanFile file;
    private final int[] numbers;
    private final List<Integer> order = new ArrayList<>();

    Numbering(CleanFile file) {
        this.file = file;
        this.numbers = new int[file.size()];
        Deque<Integer> next = new ArrayDeque<>();
        meet(file.root(), next);
        while (!next.isEmpty()) {
            collect(file.value(next.remove()), next);
        }
        file.information().ifPresent(ref -> meet(ref, next));
    }

    /** Places in the clean file in the order of their numbers, the first being 1. */
    List<Integer> order() {
        return order;
    }

    int number(int index) {
        return numbers[index];
    }

    private void meet(Cos.Ref ref, Deque<Integer> next) {
        int index = ref.number();
        if (numbers[index] == 0 && !gone(ref)) {
            order.add(index);
            numbers[index] = order.size();
            next.add(index);
        }
    }

    private boolean gone(Cos value) {
        return value instanceof Cos.Ref ref && file.value(ref.number()) instanceof Cos.Null;
    }

    private void collect(Cos value, Deque<Integer> next) {
        switch (value) {
            case Cos.Ref ref -> meet(ref, next);
            case Cos.Arr array -> array.items().forEach(item -> collect(item, next));
            case Cos.Dict dict -> dict.entries().values().forEach(item -> collect(item, next));
            case Cos.Null n -> {}
            case Cos.Bool b -> {}
            case Num n -> {}
            case Cos.Name n -> {}
            case Cos.Str s -> {}
        }
    }

    /** A value with its references numbered; those to objects that are gone are gone too. */
    Cos numbered(Cos value) {
        return switch (value) {
            case Cos.Ref ref -> new Cos.Ref(numbers[ref.number()], 0);
            case Cos.Arr array ->
                new Cos.Arr(array.items().stream()
                        .filter(item -> !gone(item))
                        .map(this::numbered)
                        .toList());
            case Cos.Dict dict -> {
                TreeMap<String, Cos> entries = new TreeMap<>();
                for (Map.Entry<String, Cos> entry : dict.entries().entrySet()) {
                    if (!gone(entry.getValue())) {
                        entries.put(entry.getKey(), numbered(entry.getValue()));
                    }
                }
                yield new Cos.Dict(entries);
            }
            case Cos.Null n -> n;
            case Cos.Bool b -> b;
            case Num n -> n;
            case Cos.Name n -> n;
            case Cos.Str s -> s;
        };
    }
}
