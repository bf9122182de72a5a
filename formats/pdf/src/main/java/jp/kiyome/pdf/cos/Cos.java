package jp.kiyome.pdf.cos;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A value of a PDF file (ISO 32000-2, 7.3); a stream is an indirect object that has data besides its dictionary, and no value.
 * Immutable; threads may share it.
 */
public sealed interface Cos permits Cos.Null, Cos.Bool, Num, Cos.Name, Cos.Str, Cos.Arr, Cos.Dict, Cos.Ref {

    Null NULL = new Null();

    /** 7.3.9. */
    record Null() implements Cos {}

    /** 7.3.2. */
    record Bool(boolean value) implements Cos {}

    /** 7.3.5. The name's bytes after {@code #xx} is resolved, each as the character of that code, without the slash. */
    record Name(String text) implements Cos {}

    /** 7.3.4. The string's bytes, each as the character of that code. */
    record Str(String bytes) implements Cos {
        public static Str of(byte[] bytes) {
            return new Str(new String(bytes, StandardCharsets.ISO_8859_1));
        }

        public byte[] toBytes() {
            return bytes.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** 7.3.6. */
    record Arr(List<Cos> items) implements Cos {
        public Arr {
            items = List.copyOf(items);
        }

        public static Arr of(Cos... items) {
            return new Arr(List.of(items));
        }

        public int size() {
            return items.size();
        }

        public Cos get(int index) {
            return index < items.size() ? items.get(index) : NULL;
        }
    }

    /** 7.3.7. In the order of the keys' bytes; nobody changes the map afterwards. */
    record Dict(SortedMap<String, Cos> entries) implements Cos {
        public static final Dict EMPTY = new Dict(new TreeMap<>());

        /** The entry, or null's own object where there is none (7.3.7: the two mean the same). */
        public Cos get(String key) {
            return entries.getOrDefault(key, NULL);
        }

        public boolean has(String key) {
            return entries.containsKey(key);
        }

        /** The name that stands directly under a key; empty for anything else. */
        public String name(String key) {
            return get(key) instanceof Name found ? found.text() : "";
        }

        public Dict with(String key, Cos value) {
            TreeMap<String, Cos> changed = new TreeMap<>(entries);
            changed.put(key, value);
            return new Dict(changed);
        }

        public Dict without(String key) {
            TreeMap<String, Cos> changed = new TreeMap<>(entries);
            changed.remove(key);
            return new Dict(changed);
        }
    }

    /** 7.3.10. In a file that is read, the number there; in a clean model, the place in its list of objects. */
    record Ref(int number, int generation) implements Cos {}

    static Name name(String text) {
        return new Name(text);
    }

    static Num num(long value) {
        return new Num(value, 0);
    }

    static Optional<Dict> dict(Cos value) {
        return value instanceof Dict found ? Optional.of(found) : Optional.empty();
    }

    /** A whole number that an {@code int} holds. */
    static Optional<Integer> integer(Cos value) {
        return value instanceof Num number && number.whole() && number.unscaled() == (int) number.unscaled()
                ? Optional.of((int) number.unscaled())
                : Optional.empty();
    }

    static int integer(Cos value, int otherwise) {
        return integer(value).orElse(otherwise);
    }
}
