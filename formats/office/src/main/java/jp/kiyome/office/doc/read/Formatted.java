package jp.kiyome.office.doc.read;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.office.doc.file.Parts;
import jp.kiyome.office.doc.raw.In;
import jp.kiyome.office.doc.raw.Plc;
import jp.kiyome.office.doc.sprm.Sprm;
import jp.kiyome.office.doc.sprm.SprmFilter;
import jp.kiyome.office.doc.text.Body;
import jp.kiyome.office.doc.text.Edit;
import jp.kiyome.office.doc.text.Paragraph;
import jp.kiyome.office.doc.text.Run;
import jp.kiyome.office.doc.text.Section;

/**
 * Formats of an edited text, filtered.
 *
 * @param withoutChanges whether marks of tracked changes go
 * @param main characters of the main story
 */
record Formatted(SprmFilter filter, boolean withoutChanges, int main) {

    Body body(Body edited) {
        List<Run> runs = new ArrayList<>(edited.runs().size());
        for (Run run : edited.runs()) {
            filter.step();
            List<Sprm> kept = filter.keep(run.sprms(), SprmFilter.OF_CHARACTERS);
            List<Sprm> sprms = withoutChanges ? Review.without(kept) : kept;
            if (!runs.isEmpty() && runs.getLast().sprms().equals(sprms)) {
                runs.removeLast();
            }
            runs.add(new Run(run.to(), sprms));
        }
        List<Paragraph> paragraphs = edited.paragraphs().stream()
                .map(paragraph -> new Paragraph(
                        paragraph.to(),
                        paragraph.style() < filter.bounds().styles() ? paragraph.style() : 0,
                        filter.keep(paragraph.sprms(), SprmFilter.OF_PARAGRAPHS)))
                .toList();
        return new Body(edited.text(), edited.lengths(), runs, paragraphs);
    }

    /** SEPX (2.9.244), from where the section table leads (2.8.26). */
    List<Section> sections(Parts parts, Edit edit) {
        Plc plc = Plc.read(parts.fib().part(parts.table(), "PlcfSed"), 12);
        List<Section> sections = new ArrayList<>();
        SectionFormats formats = new SectionFormats(parts.word());
        int last = 0;
        for (int i = 0; i < plc.count() && last < main; i++) {
            In descriptor = plc.at(i);
            descriptor.skip(2);
            int at = descriptor.i32();
            boolean end = i == plc.count() - 1;
            int to = end ? main : Math.min(main, edit.map(plc.places()[i + 1]));
            if (to > last) {
                sections.add(new Section(to, filter.keep(formats.at(at), SprmFilter.OF_SECTIONS)));
                last = to;
            }
        }
        return sections;
    }
}
