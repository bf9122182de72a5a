package jp.kiyome.office.doc.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.office.value.AllowLines;

/** The pairs of the FIB that {@code fib.allow} names. */
public final class Pair {

    /** A pair that goes, with the finding that tells of it. */
    record Dropped(int number, String name, String finding) {}

    private static final Map<String, Integer> NUMBERS = new HashMap<>();
    static final List<Dropped> DROPPED = new ArrayList<>();

    static {
        for (List<String> words : AllowLines.of(Pair.class, "fib.allow")) {
            if (words.getFirst().equals("drop")) {
                DROPPED.add(new Dropped(Integer.parseInt(words.get(1)), words.get(2), words.get(3)));
            } else {
                NUMBERS.put(words.get(1), Integer.valueOf(words.getFirst()));
            }
        }
    }

    private Pair() {}

    /** The number of a pair that may be read and written. */
    static int number(String name) {
        Integer number = NUMBERS.get(name);
        if (number == null) {
            throw new IllegalStateException("not in fib.allow: " + name);
        }
        return number;
    }
}
