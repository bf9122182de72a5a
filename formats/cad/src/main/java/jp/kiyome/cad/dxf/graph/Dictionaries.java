package jp.kiyome.cad.dxf.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kiyome.cad.dxf.pairs.DxfRecord;
import jp.kiyome.cad.dxf.pairs.Numbers;
import jp.kiyome.cad.dxf.pairs.Pair;
import jp.kiyome.cad.dxf.rules.KnownNames;

/**
 * The named dictionaries of a drawing. What a key may be depends on whose dictionary it is: the drawing's, an extension of some
 * record, the one of the variables, or one inside these. Each dictionary is inside one other at most, so they make trees.
 */
final class Dictionaries {

    private static final int KEY = 3;
    private static final String VARIABLES = "AcDbVariableDictionary";

    /** One entry: a key and what it stands for. */
    private record Entry(String key, long target) {}

    private final KnownNames names = KnownNames.get();
    private final Map<Long, List<Entry>> entries = new HashMap<>();
    private final Set<Long> extensions = new HashSet<>();
    private final Map<Long, Long> inside = new HashMap<>();
    private long root;
    private long variables;

    static boolean is(DxfRecord record) {
        return record.name().equals("DICTIONARY") || record.name().equals("ACDBDICTIONARYWDFLT");
    }

    void add(long handle, DxfRecord record) {
        List<Entry> found = new ArrayList<>();
        for (int i = 0; i + 1 < record.pairs().size(); i++) {
            if (entry(record, i)) {
                found.add(new Entry(
                        record.pairs().get(i).value(),
                        Numbers.handle(record.pairs().get(i + 1).value())));
            }
        }
        if (root == 0) {
            root = handle;
            found.stream().filter(e -> e.key.equals(VARIABLES)).findFirst().ifPresent(e -> variables = e.target);
        }
        entries.putIfAbsent(handle, List.copyOf(found));
    }

    /** Whether an entry begins at a place in a record: a key and a reference behind it. */
    static boolean entry(DxfRecord record, int at) {
        if (at < 0 || at + 1 >= record.pairs().size() || record.pairs().get(at).code() != KEY) {
            return false;
        }
        Pair next = record.pairs().get(at + 1);
        return next.code() == 350 || next.code() == 360 || next.code() == 340;
    }

    void extension(long handle) {
        extensions.add(handle);
    }

    boolean has(long handle) {
        return entries.containsKey(handle);
    }

    /** The first dictionary; 0 where there is none. */
    long root() {
        return root;
    }

    /** What a dictionary keeps, with dictionaries inside it claimed by it. */
    List<Long> targets(long handle) {
        List<Long> targets = new ArrayList<>();
        for (Entry entry : entries.getOrDefault(handle, List.of())) {
            if (keyAllowed(handle, entry.key) && claim(handle, entry.target)) {
                targets.add(entry.target);
            }
        }
        return targets;
    }

    private boolean claim(long handle, long target) {
        return !entries.containsKey(target)
                || target != root
                        && !extensions.contains(target)
                        && inside.merge(target, handle, (old, now) -> old) == handle;
    }

    /** Whether an entry stays, as far as its key and the order of dictionaries are concerned. */
    boolean stays(long handle, String key, long target) {
        return keyAllowed(handle, key) && claim(handle, target);
    }

    private boolean keyAllowed(long handle, String key) {
        if (handle == root) {
            return names.rootKey(key);
        }
        if (handle == variables) {
            return names.variableKey(key);
        }
        return !extensions.contains(handle) || names.extensionKey(key);
    }
}
