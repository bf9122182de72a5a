package jp.kiyome.cad.jww;

import java.util.HashMap;
import java.util.Map;

/** The values of the record read last, by the names of their fields; of several of one name the last. Not thread-safe. */
final class Values {

    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, Double> reals = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    void clear() {
        numbers.clear();
        reals.clear();
        texts.clear();
    }

    void put(String field, long value) {
        numbers.put(field, value);
    }

    void put(String field, double value) {
        reals.put(field, value);
    }

    void put(String field, String value) {
        texts.put(field, value);
    }

    long number(String field) {
        return numbers.getOrDefault(field, 0L);
    }

    double real(String field) {
        return reals.getOrDefault(field, 0.0);
    }

    String text(String field) {
        return texts.getOrDefault(field, "");
    }
}
