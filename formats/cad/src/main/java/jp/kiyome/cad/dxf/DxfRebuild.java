package jp.kiyome.cad.dxf;

import java.io.OutputStream;
import jp.kiyome.cad.dxf.graph.Closer;
import jp.kiyome.cad.dxf.graph.Graph;
import jp.kiyome.cad.dxf.keep.Notes;
import jp.kiyome.cad.dxf.pairs.DxfRecord;
import jp.kiyome.cad.dxf.pairs.Pair;
import jp.kiyome.cad.dxf.rules.RecordKind;
import jp.kiyome.cad.dxf.write.PairOutput;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;

/**
 * Rebuilds one drawing in two walks: the first learns what refers to what, the second writes. Memory is that of one record and of a
 * few numbers for each.
 */
final class DxfRebuild {

    private final Session session;
    private final boolean references;

    DxfRebuild(Session session, boolean references) {
        this.session = session;
        this.references = references;
    }

    void run(Content content, OutputStream out) {
        DxfFile file = DxfFile.of(content, session.budget());
        tellOfForm(file);
        Graph graph = new Graph();
        Notes silent = new Notes(session, false);
        new Walk(file, session.budget(), references, silent, new Learning(graph)).run();
        graph.close();
        Notes aloud = new Notes(session, true);
        PairOutput output = file.form().output(out, file.written());
        Writing writing = new Writing(graph, new Closer(graph, aloud), aloud, output);
        new Walk(file, session.budget(), references, aloud, writing).run();
        output.put(0, "EOF");
        if (file.page().malformed() || file.transcoded()) {
            found("dxf.charset", Action.CHANGED, "");
        }
    }

    private void tellOfForm(DxfFile file) {
        if (file.comments()) {
            found("dxf.comment", Action.REMOVED, "");
        }
        if (file.outside()) {
            found("dxf.outside", Action.REMOVED, "");
        }
        if (file.behind()) {
            found("dxf.after-end", Action.REMOVED, "");
        }
        if (!file.ended()) {
            found("dxf.no-end", Action.CHANGED, "");
        }
        if (file.form().marked()) {
            found("dxf.charset", Action.CHANGED, "");
        }
        for (Section section : file.sections()) {
            if (!SectionOrder.NAMES.contains(section.name())) {
                found(
                        section.name().equals("THUMBNAILIMAGE") ? "dxf.thumbnail" : "dxf.section",
                        Action.REMOVED,
                        section.name());
            }
        }
        for (String name : SectionOrder.NAMES) {
            if (file.sections(name).size() > 1) {
                found("dxf.repeated-section", Action.CHANGED, name);
            }
        }
    }

    private void found(String code, Action action, String section) {
        Location where = section.isEmpty() ? Location.wholeFile() : Location.ofPart(section);
        session.found(Finding.of(code, action, where, ""));
    }

    /** The first walk. */
    private record Learning(Graph graph) implements Walk.Visitor {

        @Override
        public void section(String name) {}

        @Override
        public void end() {}

        @Override
        public void loose(RecordKind kind, String section, DxfRecord record) {}

        @Override
        public void classEntry(DxfRecord record) {}

        @Override
        public void endOfTable() {}

        @Override
        public void record(RecordKind kind, String section, DxfRecord record, int index, int parent, String block) {
            graph.add(kind, record, parent, block);
        }
    }

    /** The second walk. */
    private record Writing(Graph graph, Closer closer, Notes notes, PairOutput output) implements Walk.Visitor {

        private static final String SEED = "$HANDSEED";

        @Override
        public void section(String name) {
            output.put(0, "SECTION");
            output.put(2, name);
        }

        @Override
        public void end() {
            output.put(0, "ENDSEC");
        }

        @Override
        public void loose(RecordKind kind, String section, DxfRecord record) {
            output.put(9, record.name().equals(SEED) ? seed(record) : closer.close(kind, section, -1, record));
        }

        private DxfRecord seed(DxfRecord record) {
            return new DxfRecord(
                    record.name(),
                    record.pairs().stream()
                            .map(pair -> new Pair(pair.code(), graph.nextHandle()))
                            .toList());
        }

        @Override
        public void classEntry(DxfRecord record) {
            output.put(0, record);
        }

        @Override
        public void endOfTable() {
            output.put(0, "ENDTAB");
        }

        @Override
        public void record(RecordKind kind, String section, DxfRecord record, int index, int parent, String block) {
            if (graph.stays(index)) {
                output.put(0, closer.close(kind, section, index, record));
            } else if (parent < 0 || graph.stays(parent)) {
                notes.removed(kind == RecordKind.OBJECT ? "dxf.unreached" : "dxf.incomplete", section, record.name());
            }
        }
    }
}
