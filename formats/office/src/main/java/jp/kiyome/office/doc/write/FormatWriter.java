package jp.kiyome.office.doc.write;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.office.doc.file.NewParts;
import jp.kiyome.office.doc.model.Document;
import jp.kiyome.office.doc.raw.Out;
import jp.kiyome.office.doc.raw.Pace;
import jp.kiyome.office.doc.sprm.Sprm;
import jp.kiyome.office.doc.sprm.SprmFilter;
import jp.kiyome.office.doc.text.Paragraph;
import jp.kiyome.office.doc.text.Run;

/** Writes formats of characters and paragraphs. Not thread-safe. */
final class FormatWriter {

    private static final int PIC_LOCATION = 0x6A03;
    private static final int SYMBOL = 0x6A09;
    private static final int HUGE = 0x6646;
    private static final int PARAGRAPH_ENTRY = 13;
    private static final Sprm SPECIAL = Sprm.of(SprmFilter.SPECIAL, 1);

    private final Document document;
    private final NewParts parts;
    private final int unit;
    private final Pace pace;
    /** By identity, which the filter gives equal lists but for those with marks of the writer's own. */
    private final IdentityHashMap<List<Sprm>, byte[]> written = new IdentityHashMap<>();

    private final IdentityHashMap<List<Sprm>, Map<Integer, byte[]>> paragraphs = new IdentityHashMap<>();

    /** @param unit bytes of a character */
    FormatWriter(Document document, NewParts parts, int unit, Budget budget) {
        this.pace = new Pace(budget);
        this.document = document;
        this.parts = parts;
        this.unit = unit;
    }

    private int offset(int place) {
        return NewParts.TEXT + place * unit;
    }

    /** @param pictures offsets in the stream Data, by place */
    void characters(Map<Integer, Integer> pictures) {
        FkpWriter pages = new FkpWriter(1, NewParts.TEXT);
        char[] text = document.body().text();
        int from = 0;
        for (Run run : document.body().runs()) {
            pace.step();
            boolean symbol = run.sprms().stream().anyMatch(sprm -> sprm.code() == SYMBOL);
            int at = from;
            for (int i = from; i < run.to(); i++) {
                pace.step();
                if (isSpecial(text[i], symbol)) {
                    pace.steps(run.sprms().size());
                    if (i > at) {
                        pages.add(offset(i), chpx(run.sprms()));
                    }
                    pages.add(offset(i + 1), chpx(special(run.sprms(), pictures.getOrDefault(i, -1))));
                    at = i + 1;
                }
            }
            if (run.to() > at) {
                pages.add(offset(run.to()), chpx(run.sprms()));
            }
            from = run.to();
        }
        parts.part("PlcfBteChpx", pages.finish(parts.word));
    }

    /** All that are left of them are what they should be (2.4.1). */
    private static boolean isSpecial(char c, boolean symbol) {
        return switch (c) {
            case 1, 2, 3, 4, 5, 8, 0x13, 0x14, 0x15 -> true;
            case 0x28 -> symbol;
            default -> false;
        };
    }

    private static List<Sprm> special(List<Sprm> sprms, int picture) {
        List<Sprm> special = new ArrayList<>(sprms);
        special.add(SPECIAL);
        if (picture >= 0) {
            special.add(Sprm.of(PIC_LOCATION, picture));
        }
        return special;
    }

    private byte[] chpx(List<Sprm> sprms) {
        return sprms.isEmpty()
                ? new byte[0]
                : written.computeIfAbsent(sprms, all -> {
                    byte[] format = Sprm.written(all);
                    return new Out().u8(format.length).bytes(format).bytes();
                });
    }

    void paragraphs() {
        FkpWriter pages = new FkpWriter(PARAGRAPH_ENTRY, NewParts.TEXT);
        Map<List<Sprm>, Integer> huge = new HashMap<>();
        for (Paragraph paragraph : document.body().paragraphs()) {
            pace.step();
            byte[] format = paragraphs
                    .computeIfAbsent(paragraph.sprms(), any -> new HashMap<>())
                    .computeIfAbsent(paragraph.style(), any -> papx(paragraph, paragraph.sprms()));
            if (format.length > FkpWriter.room(PARAGRAPH_ENTRY)) {
                int at = huge.computeIfAbsent(paragraph.sprms(), this::data);
                format = papx(paragraph, List.of(Sprm.of(HUGE, at)));
            }
            pages.add(offset(paragraph.to()), format);
        }
        parts.part("PlcfBtePapx", pages.finish(parts.word));
    }

    private static byte[] papx(Paragraph paragraph, List<Sprm> sprms) {
        byte[] format = Sprm.written(sprms);
        int size = format.length + 2;
        Out out = new Out();
        if (size % 2 == 1) {
            out.u8((size + 1) / 2);
        } else {
            out.u8(0).u8(size / 2);
        }
        return out.u16(paragraph.style()).bytes(format).bytes();
    }

    /** A format too long for a page (2.9.209, PrcData). */
    private int data(List<Sprm> sprms) {
        int at = parts.data.size();
        byte[] format = Sprm.written(sprms);
        parts.data.u16(format.length).bytes(format).align(2);
        return at;
    }
}
