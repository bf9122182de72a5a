package jp.kiyome.pdf.write;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.pdf.cos.Cos;

/**
 * What is to be written: clean objects that refer to each other by their place in this list, and nothing of the file they come from.
 * Not thread-safe.
 */
public final class CleanFile {

    /** Encoded data in the {@link StreamStore}. */
    public record Span(long offset, long length) {}

    private static final class Entry {
        private Cos value = Cos.NULL;
        private Optional<Span> data = Optional.empty();
    }

    private final List<Entry> entries = new ArrayList<>();
    private Cos.Ref root = new Cos.Ref(0, 0);
    private Optional<Cos.Ref> information = Optional.empty();

    /** A new object, null until it is set. */
    public int add() {
        entries.add(new Entry());
        return entries.size() - 1;
    }

    public int add(Cos value) {
        int index = add();
        set(index, value);
        return index;
    }

    public static Cos.Ref ref(int index) {
        return new Cos.Ref(index, 0);
    }

    public void set(int index, Cos value) {
        entries.get(index).value = value;
    }

    public void set(int index, Cos.Dict dict, Span data) {
        entries.get(index).value = dict;
        entries.get(index).data = Optional.of(data);
    }

    /** Takes an entry out of a dictionary. */
    public void without(int index, String key) {
        Entry entry = entries.get(index);
        entry.value = ((Cos.Dict) entry.value).without(key);
    }

    public Cos value(int index) {
        return entries.get(index).value;
    }

    public Optional<Span> data(int index) {
        return entries.get(index).data;
    }

    /** The value behind a reference of this model; any other value as it is. */
    public Cos resolve(Cos value) {
        return value instanceof Cos.Ref ref ? value(ref.number()) : value;
    }

    public int size() {
        return entries.size();
    }

    public void root(int index) {
        root = ref(index);
    }

    public Cos.Ref root() {
        return root;
    }

    /** Takes {@code index}: of the information dictionary (14.3.3) */
    public void information(int index) {
        information = Optional.of(ref(index));
    }

    public Optional<Cos.Ref> information() {
        return information;
    }
}
