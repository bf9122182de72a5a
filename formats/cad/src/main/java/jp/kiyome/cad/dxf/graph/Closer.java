package jp.kiyome.cad.dxf.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import jp.kiyome.cad.dxf.graph.References.Reference;
import jp.kiyome.cad.dxf.keep.Notes;
import jp.kiyome.cad.dxf.pairs.DxfRecord;
import jp.kiyome.cad.dxf.pairs.Numbers;
import jp.kiyome.cad.dxf.pairs.Pair;
import jp.kiyome.cad.dxf.rules.Check;
import jp.kiyome.cad.dxf.rules.RecordKind;
import jp.kiyome.cad.dxf.rules.Rule;
import jp.kiyome.cad.dxf.rules.RuleBook;

/** Writes into a record what the graph decided: references to what went are emptied or go. */
public final class Closer {

    private final Graph graph;
    private final Notes notes;

    public Closer(Graph graph, Notes notes) {
        this.graph = graph;
        this.notes = notes;
    }

    /**
     * The record as it is written.
     *
     * @param index of the record in the graph, as it was added; -1 for one that was not
     */
    public DxfRecord close(RecordKind kind, String section, int index, DxfRecord record) {
        List<Pair> pairs = new ArrayList<>(record.pairs());
        BitSet gone = new BitSet();
        if (index >= 0 && graph.renumbered(index)) {
            notes.changed("dxf.duplicate-handle", section, record.name());
            int own = References.own(kind, record);
            pairs.set(own, new Pair(pairs.get(own).code(), Numbers.handle(graph.handleOf(index))));
        }
        for (Reference reference : References.of(kind, record)) {
            if (Dictionaries.is(record) && Dictionaries.entry(record, reference.at() - 1)) {
                entry(index, section, record, reference, gone);
            } else if (!graph.stands(reference.target())) {
                hanging(section, record, reference, pairs, gone);
            }
        }
        if (kind == RecordKind.ENTITY) {
            drawing(section, record, gone);
        }
        if (!gone.isEmpty()) {
            count(record.name(), pairs, gone);
        }
        return new DxfRecord(record.name(), withoutEmptyGroups(pairs, gone));
    }

    /** Counts that stand before references: of a boundary's sources in a hatch, of the styles in their table. */
    private static void count(String name, List<Pair> pairs, BitSet gone) {
        boolean hatch = name.equals("HATCH") || name.equals("MPOLYGON");
        int counter = hatch ? 97 : 71;
        int counted = hatch ? 330 : 340;
        if (!hatch && !name.equals("TABLE")) {
            return;
        }
        for (int i = 0; i < pairs.size(); i++) {
            int end = i + 1;
            int left = 0;
            while (end < pairs.size() && pairs.get(end).code() == counted) {
                left += gone.get(end) ? 0 : 1;
                end++;
            }
            if (pairs.get(i).code() == counter && end > i + 1) {
                pairs.set(i, new Pair(counter, Integer.toString(left)));
            }
        }
    }

    private void entry(int index, String section, DxfRecord record, Reference reference, BitSet gone) {
        String key = record.pairs().get(reference.at() - 1).value();
        long handle = graph.handleOf(index);
        if (!graph.dictionaries().stays(handle, key, reference.target()) || !graph.stands(reference.target())) {
            notes.removed("dxf.dictionary", section, record.name() + " " + key);
            gone.set(reference.at() - 1, reference.at() + 1);
        }
    }

    private void hanging(String section, DxfRecord record, Reference reference, List<Pair> pairs, BitSet gone) {
        int at = reference.at();
        int code = pairs.get(at).code();
        if (reference.check() == Check.LIST) {
            notes.removed("dxf.dangling", section, record.name() + " " + code);
            // In a table of drawing order a key stands behind each reference.
            gone.set(
                    at,
                    record.name().equals("SORTENTSTABLE") && code == 331 && follows(pairs, at, 5) ? at + 2 : at + 1);
        } else if (reference.target() != 0 && !(record.name().equals("SORTENTSTABLE") && code == 5)) {
            notes.changed("dxf.dangling", section, record.name() + " " + code);
            pairs.set(at, new Pair(code, "0"));
        }
    }

    private static boolean follows(List<Pair> pairs, int at, int code) {
        return at + 1 < pairs.size() && pairs.get(at + 1).code() == code;
    }

    /** A dimension or table whose block is not there is drawn anew from its values. */
    private void drawing(String section, DxfRecord record, BitSet gone) {
        for (int i = 0; i < record.pairs().size(); i++) {
            Pair pair = record.pairs().get(i);
            Optional<Rule> rule =
                    RuleBook.get().rule(RecordKind.ENTITY, record.name()).flatMap(r -> r.of(pair.code()));
            if (rule.isPresent() && rule.get().check() == Check.DRAWN && !graph.hasBlock(Blocks.key(pair.value()))) {
                notes.removed("dxf.missing-block", section, record.name());
                gone.set(i);
            }
        }
    }

    private static List<Pair> withoutEmptyGroups(List<Pair> pairs, BitSet gone) {
        List<Pair> kept = new ArrayList<>(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            if (gone.get(i)) {
                continue;
            }
            Pair pair = pairs.get(i);
            boolean empty = pair.is(References.GROUP, "}")
                    && !kept.isEmpty()
                    && kept.getLast().code() == References.GROUP
                    && kept.getLast().value().startsWith("{");
            if (empty) {
                kept.removeLast();
            } else {
                kept.add(pair);
            }
        }
        return kept;
    }
}
