package jp.kiyome.office.doc.text;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.office.doc.raw.In;
import jp.kiyome.office.doc.raw.Pace;
import jp.kiyome.office.doc.sprm.Sprm;

/**
 * Puts text and formats in the order of their places ([MS-DOC] 2.4.1 to 2.4.6). What stands in the stream outside of the pieces, as
 * after a fast save, is not read. Not thread-safe.
 */
public final class BodyReader {

    private final byte[] stream;
    private final char[] text;
    private final Pace pace;
    private final List<Run> runs = new ArrayList<>();
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private List<Sprm> lastSprms = List.of();
    private int lastStyle;

    private BodyReader(byte[] stream, Lengths lengths, Pace pace) {
        this.stream = stream;
        this.pace = pace;
        this.text = new char[lengths.total()];
    }

    /** What {@link #read} needs of the table stream: piece table, bins of characters, bins of paragraphs. */
    public record Tables(In pieces, In characters, In paragraphs) {}

    /**
     * Reads everything.
     *
     * @param lengths as the FIB says; no more characters than the stream has bytes
     * @param budget whose time is looked at
     */
    public static Body read(byte[] stream, byte[] data, Tables tables, Lengths lengths, Budget budget) {
        Pace pace = new Pace(budget);
        BodyReader reader = new BodyReader(stream, lengths, pace);
        List<Formats.Range> characters = Formats.ofCharacters(stream, tables.characters, pace);
        List<Formats.Range> paragraphs = Formats.ofParagraphs(stream, data, tables.paragraphs, pace);
        for (Piece piece : PieceTable.read(tables.pieces, lengths.total())) {
            reader.characters(piece);
            reader.runs(piece, characters);
            reader.paragraphs(piece, paragraphs);
        }
        reader.end();
        return new Body(reader.text, lengths, reader.runs, reader.paragraphs);
    }

    private void characters(Piece piece) {
        In in = In.of(stream, piece.offset(), piece.end() - piece.offset(), "WordDocument");
        int from = in.position();
        for (int i = piece.from(); i < piece.to(); i++) {
            int at = from + (i - piece.from()) * piece.unit();
            pace.step();
            text[i] = piece.unit() == 1
                    ? Cp1252.decode(stream[at])
                    : (char) (stream[at] & 0xFF | (stream[at + 1] & 0xFF) << 8);
        }
    }

    private static int first(List<Formats.Range> ranges, long at) {
        int low = 0;
        int high = ranges.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ranges.get(middle).to() > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private void runs(Piece piece, List<Formats.Range> ranges) {
        List<Sprm> more = group(piece.sprms(), false);
        int place = piece.from();
        for (int i = first(ranges, piece.offset()); place < piece.to() && i < ranges.size(); i++) {
            Formats.Range range = ranges.get(i);
            if (range.from() >= piece.end()) {
                break;
            }
            int from = piece.place(Math.max(range.from(), piece.offset()));
            if (from > place) {
                run(from, more);
            }
            place = piece.place(range.to());
            run(place, joined(range.sprms(), more));
        }
        if (place < piece.to()) {
            run(piece.to(), more);
        }
    }

    private void run(int to, List<Sprm> sprms) {
        pace.steps(1 + sprms.size());
        if (!runs.isEmpty() && runs.getLast().sprms().equals(sprms)) {
            runs.removeLast();
        }
        if (runs.isEmpty() || to > runs.getLast().to()) {
            runs.add(new Run(to, sprms));
        }
    }

    private void paragraphs(Piece piece, List<Formats.Range> ranges) {
        List<Sprm> more = group(piece.sprms(), true);
        int place = piece.from();
        for (int i = first(ranges, piece.offset()); place < piece.to() && i < ranges.size(); i++) {
            Formats.Range range = ranges.get(i);
            if (range.from() >= piece.end()) {
                break;
            }
            int to = piece.place(range.to());
            boolean whole = range.to() <= piece.end();
            lastStyle = range.style();
            lastSprms = joined(range.sprms(), more);
            marks(place, to, whole);
            place = to;
        }
        lastSprms = place < piece.to() ? more : lastSprms;
        marks(place, piece.to(), false);
    }

    /** A paragraph ends with its mark, a cell with its own, and a section where its format does. */
    private void marks(int from, int to, boolean whole) {
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c == '\r' || c == 7 || c == '\f' && whole && i == to - 1) {
                paragraphs.add(new Paragraph(i + 1, lastStyle, lastSprms));
            }
        }
    }

    private void end() {
        if (text.length > 0 && (paragraphs.isEmpty() || paragraphs.getLast().to() < text.length)) {
            paragraphs.add(new Paragraph(text.length, lastStyle, lastSprms));
        }
    }

    private List<Sprm> group(List<Sprm> sprms, boolean ofParagraphs) {
        pace.steps(sprms.size());
        return sprms.stream()
                .filter(sprm ->
                        (sprm.group() == Sprm.Group.CHARACTER || sprm.group() == Sprm.Group.PICTURE) != ofParagraphs)
                .toList();
    }

    private List<Sprm> joined(List<Sprm> sprms, List<Sprm> more) {
        pace.steps(more.isEmpty() ? 1 : sprms.size() + more.size());
        if (more.isEmpty()) {
            return sprms;
        }
        List<Sprm> joined = new ArrayList<>(sprms);
        joined.addAll(more);
        return joined;
    }
}
