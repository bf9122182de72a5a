package jp.kiyome.container.xml;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** From names to rules, fast and fixed. Immutable; threads may share it. */
final class NameTable<T> {

    private final @Nullable XmlName[] names;
    private final @Nullable Object[] values;

    NameTable(Map<XmlName, T> entries) {
        int capacity = Integer.highestOneBit(Math.max(2, entries.size() * 2)) * 2;
        names = new XmlName[capacity];
        values = new Object[capacity];
        entries.forEach(this::put);
    }

    private void put(XmlName name, T value) {
        int slot = slot(name);
        while (names[slot] != null) {
            slot = (slot + 1) & (names.length - 1);
        }
        names[slot] = name;
        values[slot] = value;
    }

    @SuppressWarnings("unchecked") // only put() fills values
    @Nullable
    T find(XmlName name) {
        int slot = slot(name);
        for (XmlName there = names[slot]; there != null; there = names[slot]) {
            if (there.equals(name)) {
                return (T) values[slot];
            }
            slot = (slot + 1) & (names.length - 1);
        }
        return null;
    }

    private int slot(XmlName name) {
        int hash = name.hashCode();
        return (hash ^ hash >>> 16) & (names.length - 1);
    }
}
