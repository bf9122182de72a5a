package jp.kiyome.container.xml;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds the name for the bytes of a tag without making a string of them each time. Serves one reader after the other. */
final class NameCache {

    /** Different names in one document after which the cache begins anew. */
    private static final int MOST = 4096;

    /** Entries looked at for one name after which it begins anew: names made to share a hash gain nothing. */
    private static final int MOST_STEPS = 64;

    static final int LONGEST_NAME = 1000;

    /** What some bytes mean as a name; {@code element} and {@code attribute} differ when there is no prefix. */
    static final class Entry {
        final byte[] bytes;
        final int hash;
        final String prefix;
        final String local;
        private final boolean declaresNamespace;
        private int epoch = -1;
        private @Nullable XmlName element;
        private @Nullable XmlName attribute;

        private Entry(byte[] bytes, int hash) {
            this.bytes = bytes;
            this.hash = hash;
            String text = new String(bytes, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            this.prefix = colon < 0 ? "" : text.substring(0, colon);
            this.local = text.substring(colon + 1);
            this.declaresNamespace = prefix.equals("xmlns") || prefix.isEmpty() && local.equals("xmlns");
            if (!NameChars.ncName(local) || colon >= 0 && !NameChars.ncName(prefix)) {
                throw XmlRefusal.malformed("name");
            }
        }

        /** Names are too short for anything better than one byte after the other. */
        private boolean is(byte[] other, int from, int to) {
            if (bytes.length != to - from) {
                return false;
            }
            for (int i = 0; i < bytes.length; i++) {
                if (bytes[i] != other[from + i]) {
                    return false;
                }
            }
            return true;
        }

        boolean declaresNamespace() {
            return declaresNamespace;
        }
    }

    private final NamespaceScope scope = new NamespaceScope();
    private final NameSource names;
    private @Nullable Entry[] table = new Entry[512];
    private int size;

    NameCache(NameSource names) {
        this.names = names;
    }

    /** What prefixes mean in the document being read. */
    NamespaceScope scope() {
        return scope;
    }

    /** Forgets the document; the names in it stay. */
    void clear() {
        scope.clear();
    }

    Entry entry(byte[] bytes, int from, int to, int hash) {
        int mask = table.length - 1;
        int slot = (hash ^ hash >>> 15) & mask;
        int steps = 0;
        for (Entry entry = table[slot]; entry != null; slot = (slot + 1) & mask, entry = table[slot]) {
            if (entry.hash == hash && entry.is(bytes, from, to)) {
                return entry;
            }
            steps++;
        }
        return add(new Entry(checked(bytes, from, to), hash), steps < MOST_STEPS);
    }

    XmlName element(Entry entry) {
        resolve(entry);
        return java.util.Objects.requireNonNull(entry.element);
    }

    XmlName attribute(Entry entry) {
        if (!entry.prefix.isEmpty()) {
            return element(entry);
        }
        XmlName known = entry.attribute;
        if (known == null) {
            known = names.asListed(new XmlName(Namespace.NONE, entry.local));
            entry.attribute = known;
        }
        return known;
    }

    private void resolve(Entry entry) {
        if (entry.epoch == scope.epoch()) {
            return;
        }
        Namespace namespace = scope.resolve(entry.prefix);
        if (entry.element == null || entry.element.namespace() != namespace) {
            entry.element = names.asListed(new XmlName(namespace, entry.local));
        }
        entry.epoch = scope.epoch();
    }

    /** A copy of the bytes of a name, which are UTF-8 and not too many. */
    static byte[] checked(byte[] bytes, int from, int to) {
        if (to - from > LONGEST_NAME) {
            throw XmlRefusal.tooLarge("name");
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                int length = XmlChars.sequenceLength(bytes[i]);
                if (i + length > to) {
                    throw XmlRefusal.encoding("UTF-8");
                }
                XmlChars.checkSequence(bytes, i, length);
                i += length - 1;
            }
        }
        return Arrays.copyOfRange(bytes, from, to);
    }

    private Entry add(Entry entry, boolean goodPlace) {
        if (size == MOST || !goodPlace) {
            table = new Entry[512];
            size = 0;
        }
        if (size * 2 >= table.length) {
            grow();
        }
        put(table, entry);
        size++;
        return entry;
    }

    private void grow() {
        @Nullable Entry[] larger = new Entry[table.length * 2];
        for (Entry entry : table) {
            if (entry != null) {
                put(larger, entry);
            }
        }
        table = larger;
    }

    private static void put(@Nullable Entry[] table, Entry entry) {
        int slot = (entry.hash ^ entry.hash >>> 15) & (table.length - 1);
        while (table[slot] != null) {
            slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = entry;
    }
}
