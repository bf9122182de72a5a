package jp.kiyome.cad.dxf.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.cad.dxf.graph.References.Reference;
import jp.kiyome.cad.dxf.pairs.DxfRecord;
import jp.kiyome.cad.dxf.pairs.Numbers;
import jp.kiyome.cad.dxf.rules.Check;
import jp.kiyome.cad.dxf.rules.RecordKind;
import jp.kiyome.core.finding.Refusal;

/**
 * The records of a drawing that filters let through, by index in the order they are read, and what refers to what. After
 * {@link #close} it says which of them stay, so that no reference hangs and no object lies there that nothing leads to.
 *
 * <p>Not thread-safe.
 */
public final class Graph {

    private static final long[] NONE = new long[0];

    private final List<Node> nodes = new ArrayList<>();
    private final Map<Long, Integer> byHandle = new HashMap<>();
    private final Map<Integer, Long> renumbered = new HashMap<>();
    private final Map<String, Integer> blocks = new HashMap<>();
    private final Dictionaries dictionaries = new Dictionaries();
    private final Blocks expansion = new Blocks();
    private BitSet alive = new BitSet();
    private long highest;

    /**
     * Takes a record.
     *
     * @param parent the record without which this one means nothing, by index; -1 for none
     * @param inBlock the name of the block around it, empty outside of blocks
     */
    public void add(RecordKind kind, DxfRecord record, int parent, String inBlock) {
        int index = nodes.size();
        int own = References.own(kind, record);
        long handle = own < 0 ? 0 : Numbers.handle(record.pairs().get(own).value());
        handle(handle, index);
        String draws = kind == RecordKind.ENTITY ? draw(record, inBlock) : "";
        if (record.name().equals("BLOCK") && kind == RecordKind.ENTITY) {
            blocks.putIfAbsent(Blocks.key(record.first(2)), index);
        }
        if (Dictionaries.is(record) && kind == RecordKind.OBJECT) {
            dictionaries.add(handle, record);
        }
        long[] needs = NONE;
        long[] keeps = NONE;
        for (Reference reference : References.of(kind, record)) {
            if (reference.check() == Check.NEED) {
                needs = with(needs, reference.target());
            }
            boolean entry = Dictionaries.is(record) && Dictionaries.entry(record, reference.at() - 1);
            if (reference.target() != 0 && !entry && References.keeps(record, reference)) {
                keeps = with(keeps, reference.target());
            }
        }
        long extension = References.extension(record);
        if (extension != 0) {
            dictionaries.extension(extension);
        }
        nodes.add(new Node(handle, parent, kind == RecordKind.OBJECT, needs, keeps, draws));
    }

    private static long[] with(long[] handles, long one) {
        long[] more = Arrays.copyOf(handles, handles.length + 1);
        more[handles.length] = one;
        return more;
    }

    private void handle(long handle, int index) {
        if (handle == 0) {
            return;
        }
        highest = Long.compareUnsigned(handle, highest) > 0 ? handle : highest;
        if (byHandle.putIfAbsent(handle, index) != null) {
            renumbered.put(index, 0L);
        }
    }

    private String draw(DxfRecord record, String inBlock) {
        String in = Blocks.key(inBlock);
        expansion.holds(in);
        return switch (record.name()) {
            case "INSERT" -> {
                String name = Blocks.key(record.first(2));
                expansion.inserts(in, name, times(record.first(70)) * times(record.first(71)));
                yield name;
            }
            case "DIMENSION", "ARC_DIMENSION", "LARGE_RADIAL_DIMENSION", "ACAD_TABLE" -> {
                expansion.inserts(in, Blocks.key(record.first(2)), 1);
                yield "";
            }
            default -> "";
        };
    }

    private static long times(String count) {
        return count.isEmpty() ? 1 : Math.max(1, Math.abs(Long.parseLong(count)));
    }

    /** Decides what stays. */
    public void close() {
        if (Long.compareUnsigned(highest, Long.MAX_VALUE - nodes.size()) > 0) {
            throw Refusal.of("dxf.handles", Numbers.handle(highest));
        }
        expansion.requireBounded();
        renumbered.replaceAll((index, none) -> ++highest);
        alive.set(0, nodes.size());
        boolean changed = true;
        while (changed) {
            changed = dropHanging();
            changed |= dropUnreached();
        }
        // Of what stays: an output read again has no others.
        highest = 0;
        for (int i = alive.nextSetBit(0); i >= 0; i = alive.nextSetBit(i + 1)) {
            highest = Long.compareUnsigned(handleOf(i), highest) > 0 ? handleOf(i) : highest;
        }
    }

    private boolean dropHanging() {
        boolean changed = false;
        for (int i = alive.nextSetBit(0); i >= 0; i = alive.nextSetBit(i + 1)) {
            Node node = nodes.get(i);
            boolean stays = node.parent() < 0 || alive.get(node.parent());
            for (long need : node.needs()) {
                stays &= stands(need);
            }
            stays &= node.block().isEmpty() || hasBlock(node.block());
            if (!stays) {
                alive.clear(i);
                changed = true;
            }
        }
        return changed;
    }

    /** Objects that no way leads to, from what is no object and from the first dictionary. */
    private boolean dropUnreached() {
        BitSet reached = new BitSet(nodes.size());
        Deque<Integer> todo = new ArrayDeque<>();
        for (int i = alive.nextSetBit(0); i >= 0; i = alive.nextSetBit(i + 1)) {
            if (!nodes.get(i).object()) {
                reach(i, reached, todo);
            }
        }
        reachHandle(dictionaries.root(), reached, todo);
        while (!todo.isEmpty()) {
            Node node = nodes.get(todo.remove());
            if (dictionaries.has(node.handle())) {
                dictionaries.targets(node.handle()).forEach(handle -> reachHandle(handle, reached, todo));
            }
            for (long handle : node.keeps()) {
                reachHandle(handle, reached, todo);
            }
        }
        boolean changed = !reached.equals(alive);
        alive = reached;
        return changed;
    }

    private void reachHandle(long handle, BitSet reached, Deque<Integer> todo) {
        Integer index = byHandle.get(handle);
        if (handle != 0 && index != null) {
            reach(index, reached, todo);
        }
    }

    private void reach(int index, BitSet reached, Deque<Integer> todo) {
        if (alive.get(index) && !reached.get(index)) {
            reached.set(index);
            todo.add(index);
        }
    }

    /** Whether the record of an index stays. */
    public boolean stays(int index) {
        return alive.get(index);
    }

    boolean stands(long handle) {
        Integer index = byHandle.get(handle);
        return handle != 0 && index != null && alive.get(index);
    }

    boolean hasBlock(String key) {
        Integer index = blocks.get(key);
        return index != null && alive.get(index);
    }

    /** By which a block is found: case does not count. */
    public static String blockKey(String name) {
        return Blocks.key(name);
    }

    Dictionaries dictionaries() {
        return dictionaries;
    }

    long handleOf(int index) {
        return renumbered.getOrDefault(index, nodes.get(index).handle());
    }

    boolean renumbered(int index) {
        return renumbered.containsKey(index);
    }

    /** The first handle that is free. */
    public String nextHandle() {
        return Numbers.handle(highest + 1);
    }
}
