package jp.kiyome.testcorpus.scan.pdf;

import java.util.List;
import java.util.Map;

/** A value as it stands in a file (ISO 32000-2, 7.3). Bytes are characters below 256. */
sealed interface Value {

    /** A dictionary; {@code doubled} are the keys that stood there more than once. */
    record Dict(Map<String, Value> entries, List<String> doubled) implements Value {

        Value get(String key) {
            return entries.getOrDefault(key, Word.NULL);
        }

        boolean has(String key) {
            return entries.containsKey(key);
        }

        /** The name at that key; empty when there is none. */
        String name(String key) {
            return get(key) instanceof Name name ? name.text() : "";
        }

        /** The whole number at that key. */
        int number(String key, int otherwise) {
            return get(key) instanceof Num num && num.whole() ? (int) num.value() : otherwise;
        }
    }

    record Arr(List<Value> items) implements Value {}

    record Name(String text) implements Value {}

    record Str(String bytes) implements Value {}

    record Num(double value) implements Value {

        boolean whole() {
            return value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE;
        }
    }

    record Ref(int number, int generation) implements Value {}

    /** A word without a slash: true, false, null, or an operator. */
    record Word(String text) implements Value {

        static final Word NULL = new Word("null");
    }
}
