package jp.kiyome.cad.dxf;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.cad.dxf.graph.Graph;
import jp.kiyome.cad.dxf.keep.ClassList;
import jp.kiyome.cad.dxf.keep.Notes;
import jp.kiyome.cad.dxf.keep.RecordFilter;
import jp.kiyome.cad.dxf.pairs.DxfRecord;
import jp.kiyome.cad.dxf.pairs.RecordReader;
import jp.kiyome.cad.dxf.rules.KnownNames;
import jp.kiyome.cad.dxf.rules.RecordKind;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/**
 * Goes over a drawing record by record, in the one order that sections are written, filters each and tells a visitor what is left.
 * Every walk over a drawing gives the same records with the same numbers. Not thread-safe.
 */
final class Walk {

    private static final Set<String> TABLES =
            Set.of("APPID", "BLOCK_RECORD", "DIMSTYLE", "LAYER", "LTYPE", "STYLE", "UCS", "VIEW", "VPORT");

    /** What is told of a drawing. */
    interface Visitor {

        void section(String name);

        /** The end of a section. */
        void end();

        /** A variable or a class: nothing refers to it. */
        void loose(RecordKind kind, String section, DxfRecord record);

        void classEntry(DxfRecord record);

        /** The end of a symbol table. */
        void endOfTable();

        /**
         * A record.
         *
         * @param index in the order of the walk
         * @param parent without which it means nothing; -1 for none
         * @param block the name of the block around it; empty outside of blocks
         */
        void record(RecordKind kind, String section, DxfRecord record, int index, int parent, String block);
    }

    private final DxfFile file;
    private final Budget budget;
    private final RecordFilter filter;
    private final Notes notes;
    private final Visitor visitor;
    private int next;

    private int block = -1;
    private String blockName = "";
    private boolean blockGone;
    private int owner = -1;
    private String ownerName = "";
    private final Set<String> blockNames = new HashSet<>();

    Walk(DxfFile file, Budget budget, boolean references, Notes notes, Visitor visitor) {
        this.file = file;
        this.budget = budget;
        this.filter = new RecordFilter(references, notes);
        this.notes = notes;
        this.visitor = visitor;
    }

    void run() {
        for (String name : SectionOrder.NAMES) {
            if (!file.sections(name).isEmpty()) {
                visitor.section(name);
                file.sections(name).forEach(section -> section(name, file.records(section, budget)));
                visitor.end();
            }
        }
    }

    private void section(String name, RecordReader records) {
        for (Optional<DxfRecord> found = records.next(); found.isPresent(); found = records.next()) {
            DxfRecord record = found.get();
            switch (name) {
                case "HEADER" ->
                    filter.filter(RecordKind.VARIABLE, name, record)
                            .ifPresent(kept -> visitor.loose(RecordKind.VARIABLE, name, kept));
                case "CLASSES" -> new ClassList(notes).filter(record).ifPresent(visitor::classEntry);
                case "TABLES" -> table(record);
                case "BLOCKS" -> block(record);
                case "ENTITIES" -> entity(name, record);
                default ->
                    filter.filter(RecordKind.OBJECT, name, record)
                            .ifPresent(kept -> take(RecordKind.OBJECT, name, kept, -1));
            }
        }
        if (block >= 0 || blockGone || !table.isEmpty()) {
            throw Refusal.of("dxf.structure", Location.ofPart(name), "a block or table without an end");
        }
        owner = -1;
    }

    private String table = "";
    private boolean tableGone;

    private void table(DxfRecord record) {
        if (record.name().equals("ENDTAB")) {
            if (!table.isEmpty() && !tableGone) {
                visitor.endOfTable();
            }
            table = "";
        } else if (record.name().equals("TABLE")) {
            if (!table.isEmpty()) {
                throw Refusal.of("dxf.structure", Location.ofPart("TABLES"), "a table without an end");
            }
            table = record.first(2).strip();
            tableGone = !TABLES.contains(table);
            if (tableGone) {
                table = "?";
                notes.removed("dxf.table", "TABLES", record.first(2));
            } else {
                filter.filter(RecordKind.TABLE, "TABLES", record)
                        .ifPresentOrElse(kept -> take(RecordKind.TABLE, "TABLES", kept, -1), () -> tableGone = true);
            }
        } else if (table.equals(record.name()) && !tableGone) {
            filter.filter(RecordKind.TABLE, "TABLES", record)
                    .filter(this::applicationStays)
                    .ifPresent(kept -> take(RecordKind.TABLE, "TABLES", kept, -1));
        } else {
            notes.removed("dxf.table", "TABLES", record.name());
        }
    }

    private boolean applicationStays(DxfRecord record) {
        boolean stays = !record.name().equals("APPID") || KnownNames.get().application(record.first(2));
        if (!stays) {
            notes.removed("dxf.application", "TABLES", record.first(2));
        }
        return stays;
    }

    private void block(DxfRecord record) {
        if (record.name().equals("BLOCK")) {
            if (block >= 0 || blockGone) {
                throw Refusal.of("dxf.structure", Location.ofPart("BLOCKS"), "a block in a block");
            }
            openBlock(record);
        } else if (record.name().equals("ENDBLK")) {
            if (block >= 0) {
                filter.filter(RecordKind.ENTITY, "BLOCKS", record)
                        .ifPresent(kept -> take(RecordKind.ENTITY, "BLOCKS", kept, block));
            }
            block = -1;
            blockGone = false;
            blockName = "";
            owner = -1;
        } else if (block >= 0) {
            entity("BLOCKS", record);
        } else if (!blockGone) {
            notes.removed("dxf.sequence", "BLOCKS", record.name());
        }
    }

    private void openBlock(DxfRecord record) {
        Optional<DxfRecord> kept = filter.filter(RecordKind.ENTITY, "BLOCKS", record);
        String name = kept.map(k -> k.first(2)).orElse("");
        blockGone = kept.isEmpty() || name.isEmpty() || !blockNames.add(Graph.blockKey(name));
        if (blockGone) {
            notes.removed("dxf.block", "BLOCKS", name);
        } else {
            int index = next;
            take(RecordKind.ENTITY, "BLOCKS", kept.orElseThrow(), -1);
            block = index;
            blockName = name;
        }
    }

    private void entity(String section, DxfRecord record) {
        if (record.name().equals("BLOCK") || record.name().equals("ENDBLK")) {
            notes.removed("dxf.sequence", section, record.name());
            return;
        }
        Optional<DxfRecord> kept = filter.filter(RecordKind.ENTITY, section, record);
        boolean follows = follows(record.name());
        if (follows ? owner < 0 : needsOwner(record.name())) {
            kept.ifPresent(k -> notes.removed("dxf.sequence", section, record.name()));
            return;
        }
        if (follows) {
            int parent = owner;
            kept.ifPresent(k -> take(RecordKind.ENTITY, section, k, parent));
            owner = record.name().equals("SEQEND") ? -1 : owner;
        } else {
            boolean opens = kept.isPresent()
                    && (record.name().equals("POLYLINE") || record.name().equals("INSERT"));
            owner = opens ? next : -1;
            ownerName = record.name();
            kept.ifPresent(k -> take(RecordKind.ENTITY, section, k, block));
        }
    }

    /** Whether a record is one of those that belong to the one before them. */
    private boolean follows(String name) {
        return switch (name) {
            case "VERTEX" -> ownerName.equals("POLYLINE");
            case "ATTRIB" -> ownerName.equals("INSERT");
            case "SEQEND" -> true;
            default -> false;
        };
    }

    private static boolean needsOwner(String name) {
        return name.equals("VERTEX") || name.equals("ATTRIB");
    }

    private void take(RecordKind kind, String section, DxfRecord record, int parent) {
        visitor.record(kind, section, record, next++, parent, blockName);
    }
}
