package jp.kiyome.office.doc.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.office.doc.raw.In;
import jp.kiyome.office.doc.raw.Pace;
import jp.kiyome.office.doc.raw.Plc;
import jp.kiyome.office.doc.sprm.Sprm;

/**
 * The formats of bytes of the stream, from formatted disk pages ([MS-DOC] 2.9.33 ChpxFkp, 2.9.174 PapxFkp). Ascending; where none
 * covers a byte it has no format of its own.
 */
final class Formats {

    /** Bytes from one to another, and what they look like. */
    record Range(long from, long to, int style, List<Sprm> sprms) {}

    private static final int PAGE = 512;
    private static final int PAGE_NUMBER = 0x3FFFFF;
    private static final int PARAGRAPH_ENTRY = 13;
    private static final int HUGE = 0x6646;
    private static final int HUGE_OLD = 0x6645;

    private final byte[] stream;
    private final byte[] data;
    private final Pace pace;
    private final List<Range> ranges = new ArrayList<>();
    private final Map<Integer, List<Sprm>> huge = new HashMap<>();
    private long hugeBytes;

    private Formats(byte[] stream, byte[] data, Pace pace) {
        this.pace = pace;
        this.stream = stream;
        this.data = data;
    }

    static List<Range> ofCharacters(byte[] stream, In bins, Pace pace) {
        Formats formats = new Formats(stream, new byte[0], pace);
        formats.pages(bins, false);
        return formats.ranges;
    }

    /** @param data the stream that holds formats too long for a page */
    static List<Range> ofParagraphs(byte[] stream, byte[] data, In bins, Pace pace) {
        Formats formats = new Formats(stream, data, pace);
        formats.pages(bins, true);
        return formats.ranges;
    }

    private void pages(In bins, boolean paragraphs) {
        Plc plc = Plc.read(bins, 4);
        // More pages than the stream has would say some of them twice.
        if (plc.count() > stream.length / PAGE) {
            throw bins.broken("too many pages");
        }
        for (int i = 0; i < plc.count(); i++) {
            long at = (long) (plc.at(i).i32() & PAGE_NUMBER) * PAGE;
            page(In.of(stream, at, PAGE, "WordDocument").bytes(PAGE), paragraphs);
        }
    }

    private void page(byte[] page, boolean paragraphs) {
        int count = page[PAGE - 1] & 0xFF;
        pace.steps(PAGE + count);
        In places = In.of(page, 0, 4L * (count + 1), "fkp");
        In entries = In.of(page, 4L * (count + 1), (long) count * (paragraphs ? PARAGRAPH_ENTRY : 1), "fkp");
        Map<Integer, Range> seen = new HashMap<>();
        long from = Integer.toUnsignedLong(places.i32());
        for (int i = 0; i < count; i++) {
            long to = Integer.toUnsignedLong(places.i32());
            int offset = entries.u8() * 2;
            if (paragraphs) {
                entries.skip(PARAGRAPH_ENTRY - 1);
            }
            if (to < from || !ranges.isEmpty() && from < ranges.getLast().to()) {
                throw places.broken("pages out of order");
            }
            Range like = seen.computeIfAbsent(
                    offset,
                    at -> at == 0 ? new Range(0, 0, 0, List.of()) : paragraphs ? papx(page, at) : chpx(page, at));
            if (to > from) {
                ranges.add(new Range(from, to, like.style, like.sprms));
            }
            from = to;
        }
    }

    private static Range chpx(byte[] page, int at) {
        In in = In.of(page, at, PAGE - 1L - at, "chpx");
        return new Range(0, 0, 0, Sprm.read(in.part(in.u8())));
    }

    private Range papx(byte[] page, int at) {
        In in = In.of(page, at, PAGE - 1L - at, "papx");
        int words = in.u8();
        int size = words == 0 ? in.u8() * 2 : words * 2 - 1;
        if (size < 2) {
            return new Range(0, 0, 0, List.of());
        }
        In papx = in.part(Math.min(size, in.left()));
        return new Range(0, 0, papx.u16(), whole(Sprm.read(papx)));
    }

    /** Those in the stream Data, where the one property says that they stand there (2.6.2, sprmPHugePapx). */
    private List<Sprm> whole(List<Sprm> sprms) {
        List<Sprm> whole = new ArrayList<>(sprms.size());
        for (Sprm sprm : sprms) {
            pace.steps(1 + whole.size() / 16);
            if (sprm.code() == HUGE || sprm.code() == HUGE_OLD) {
                whole.addAll(huge.computeIfAbsent(sprm.value(), this::huge));
            } else {
                whole.add(sprm);
            }
        }
        return whole;
    }

    /** Each once; they do not overlap, so all of them are no longer than the stream. */
    private List<Sprm> huge(int at) {
        In in = In.of(data, at, Math.max(0L, (long) data.length - at), "Data");
        int size = in.u16();
        hugeBytes += size;
        if (hugeBytes > data.length) {
            throw in.broken("formats overlap");
        }
        return Sprm.read(in.part(size));
    }
}
