package jp.kiyome.ichitaro.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kiyome.ichitaro.raw.In;
import jp.kiyome.ichitaro.raw.Notes;
import jp.kiyome.ichitaro.raw.Out;
import jp.kiyome.ichitaro.store.BlockStore;
import jp.kiyome.ichitaro.store.Part;

/**
 * A stream of text: a store with one text, with several (headers, notes), or with a list of pieces that make one. Stateless.
 */
public final class TextStore {

    private static final String TEXT = "TextV.01";
    private static final String LIST = "QLSTV.01";
    private static final int MOST_PIECES = 4096;

    private TextStore() {}

    /**
     * The stream anew, with what may stand in it.
     *
     * @param more text to follow the first text of the stream, none of it a control but ends of paragraphs; may be empty
     */
    public static byte[] rebuild(byte[] stream, int[] more, Notes notes) {
        List<Part> parts = BlockStore.read(stream, notes);
        if (!parts.isEmpty() && new In(parts.getFirst().bytes(), notes).startsWith(LIST)) {
            return BlockStore.write(list(parts, more, notes));
        }
        List<Part> kept = new ArrayList<>();
        for (Part part : parts) {
            if (new In(part.bytes(), notes).startsWith(TEXT)) {
                kept.add(text(part, kept.isEmpty() ? more : new int[0], notes));
            } else {
                notes.removed("ichitaro.stream-part", "part " + part.id());
            }
        }
        if (kept.isEmpty()) {
            throw notes.damaged("no text");
        }
        return BlockStore.write(kept);
    }

    /** The characters of all texts of a stream that is not carried over, each with the end of a paragraph in front. */
    public static int[] characters(byte[] stream, Notes notes) {
        Out all = new Out();
        for (Part part : BlockStore.read(stream, notes)) {
            In in = new In(part.bytes(), notes);
            if (in.startsWith(TEXT)) {
                all.u16('\n');
                Piece piece = single(in, notes);
                int[] units = piece.units();
                boolean[] keep = new TextFilter(units, notes).run();
                Shown.append(piece.kept(units, keep, 0).units(), all);
            }
        }
        return units(new In(all.toArray(), notes), all.size() / 2);
    }

    private static Part text(Part part, int[] more, Notes notes) {
        Piece piece = single(new In(part.bytes(), notes), notes);
        boolean[] keep = new TextFilter(piece.units(), notes).run();
        Piece kept = piece.kept(piece.units(), keep, 0).with(more);
        Out out = new Out().ascii(TEXT).u32(kept.units().length);
        write(kept, out);
        return new Part(part.id(), out.toArray());
    }

    private static Piece single(In in, Notes notes) {
        in.take(TEXT.length());
        int count = in.count(in.left() / 2);
        return Formats.read(units(in, count), in, notes);
    }

    private static int[] units(In in, int count) {
        int[] units = new int[count];
        for (int i = 0; i < count; i++) {
            units[i] = in.u16();
        }
        return units;
    }

    private static void write(Piece piece, Out out) {
        for (int unit : piece.units()) {
            out.u16(unit);
        }
        Formats.write(piece, out);
    }

    private static List<Part> list(List<Part> parts, int[] more, Notes notes) {
        List<Piece> pieces = pieces(parts, notes);
        int[] text = pieces.stream()
                .flatMapToInt(piece -> Arrays.stream(piece.units()))
                .toArray();
        boolean[] keep = new TextFilter(text, notes).run();
        Out list = new Out().ascii(LIST).u32(pieces.size());
        List<Part> written = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece kept = pieces.get(i).kept(text, keep, from);
            kept = i == pieces.size() - 1 ? kept.with(more) : kept;
            from += pieces.get(i).units().length;
            list.u32(kept.units().length).u32(i + 1);
            Out out = new Out();
            write(kept, out);
            written.add(new Part(i + 1, out.toArray()));
        }
        written.addFirst(new Part(0, list.toArray()));
        return written;
    }

    private static List<Piece> pieces(List<Part> parts, Notes notes) {
        Map<Integer, Part> byId = parts.stream().collect(Collectors.toMap(Part::id, part -> part));
        In list = new In(parts.getFirst().bytes(), notes);
        list.take(LIST.length());
        int count = list.count(MOST_PIECES);
        Set<Integer> used = new HashSet<>(Set.of(parts.getFirst().id()));
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long length = list.u32();
            Part part = byId.get(list.count(Integer.MAX_VALUE));
            if (part == null || !used.add(part.id())) {
                throw notes.damaged("piece " + i + " stands nowhere, or twice");
            }
            In in = new In(part.bytes(), notes);
            if (length > in.left() / 2) {
                throw notes.damaged("piece " + i + " of " + length + " units");
            }
            pieces.add(Formats.read(units(in, (int) length), in, notes));
        }
        if (pieces.isEmpty()) {
            throw notes.damaged("a list of no pieces");
        }
        if (used.size() < parts.size() || list.left() > 0) {
            notes.removed("ichitaro.stream-part", LIST);
        }
        return pieces;
    }
}
