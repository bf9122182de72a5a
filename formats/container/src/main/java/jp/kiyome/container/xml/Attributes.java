package jp.kiyome.container.xml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The attributes of one element: as read first, as they will be written after the filter went over them. Reused from element
 * to element. Not thread-safe.
 */
public final class Attributes {

    private final NameCache cache;
    private int count;
    private long ordinal;
    private XmlName[] names = new XmlName[16];
    private Utf8[] values = new Utf8[16];
    private boolean[] kept = new boolean[16];

    Attributes(NameCache cache) {
        this.cache = cache;
        Arrays.setAll(values, i -> new Utf8());
    }

    void read(byte[] buffer, RawTag raw) {
        count = 0;
        ordinal++;
        for (int i = 0; i < raw.count; i++) {
            if (!raw.names[i].declaresNamespace()) {
                add(cache.attribute(raw.names[i]), buffer, raw, i);
            }
        }
    }

    private void add(XmlName name, byte[] buffer, RawTag raw, int i) {
        refuseSecond(name);
        Utf8 value = slot(name);
        if (raw.coded[i]) {
            byte[] normalized = References.normalized(buffer, raw.from[i], raw.to[i]);
            value.view(normalized, 0, normalized.length);
        } else {
            value.view(buffer, raw.from[i], raw.to[i]);
        }
    }

    private void refuseSecond(XmlName name) {
        for (int i = 0; i < count; i++) {
            if (names[i].equals(name)) {
                throw XmlRefusal.malformed("attribute twice");
            }
        }
    }

    private Utf8 slot(XmlName name) {
        if (count == names.length) {
            int larger = count * 2;
            names = Arrays.copyOf(names, larger);
            kept = Arrays.copyOf(kept, larger);
            values = Arrays.copyOf(values, larger);
            for (int i = count; i < larger; i++) {
                values[i] = new Utf8();
            }
        }
        names[count] = name;
        kept[count] = true;
        return values[count++];
    }

    /** Which element of the document has them, counting start tags from 1. */
    public long ordinal() {
        return ordinal;
    }

    int count() {
        return count;
    }

    XmlName name(int index) {
        return names[index];
    }

    Utf8 value(int index) {
        return values[index];
    }

    boolean kept(int index) {
        return kept[index];
    }

    void drop(int index) {
        kept[index] = false;
    }

    /** The value of an attribute that is still there, or null. */
    public @Nullable Utf8 find(String key) {
        int index = index(key);
        return index < 0 ? null : values[index];
    }

    /** The text of an attribute that is still there, or an empty string. */
    public String text(String key) {
        int index = index(key);
        return index < 0 ? "" : values[index].toString();
    }

    /** {@code mc:Ignorable} as it was read. */
    String ignorable() {
        for (int i = 0; i < count; i++) {
            if (names[i].is("mc:Ignorable")) {
                return values[i].toString();
            }
        }
        return "";
    }

    /** Takes an attribute out. */
    public void remove(String key) {
        int index = index(key);
        if (index >= 0) {
            kept[index] = false;
        }
    }

    private int index(String key) {
        for (int i = 0; i < count; i++) {
            if (kept[i] && names[i].is(key)) {
                return i;
            }
        }
        return -1;
    }
}
