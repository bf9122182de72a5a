package jp.kiyome.image.metafile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import jp.kiyome.core.content.Content;

/**
 * The model of one record: numbers in the order of its layout, then parts that numbers point to. The writer sees this and nothing of
 * the input. Not for sharing between threads.
 */
public final class RecordDraft {

    /** A part that numbers point to; {@code place} fills them in, given its offset. */
    private record Pointed(Piece piece, LongConsumer place) {}

    private final List<Piece> pieces = new ArrayList<>();
    private final Map<String, int[]> names = new HashMap<>();
    private final List<Pointed> pointed = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private boolean undefined;

    /** Takes numbers over; they may be filled in until the record is written. */
    public int[] numbers(int bytes, int... values) {
        pieces.add(new Piece.Numbers(bytes, values));
        return values;
    }

    public void rebuilt(Content content) {
        pieces.add(new Piece.Rebuilt(content));
    }

    /** Gives numbers the name that the layout has for them. */
    public void name(String name, int[] numbers) {
        names.put(name, numbers);
    }

    /** The numbers of that name; none when the layout has no such name. */
    public int[] named(String name) {
        return names.getOrDefault(name, new int[0]);
    }

    /** The first number of that name. */
    public int first(String name) {
        int[] numbers = named(name);
        if (numbers.length == 0) {
            throw new IllegalStateException("the layout has nothing named " + name);
        }
        return numbers[0];
    }

    /**
     * Puts a part behind the fixed ones.
     *
     * @param numbers that get its offset from the start of the record
     * @param sizeAt which of them gets its size; negative for none
     */
    public void pointed(int[] numbers, int offsetAt, int sizeAt, Content part) {
        pointed.add(new Pointed(new Piece.Rebuilt(part), offset -> {
            numbers[offsetAt] = Math.toIntExact(offset);
            if (sizeAt >= 0) {
                numbers[sizeAt] = Math.toIntExact(part.size());
            }
        }));
    }

    /** Puts numbers behind the fixed parts; {@code numbers[offsetAt]} gets their offset. */
    public void pointed(int[] numbers, int offsetAt, int bytes, int[] part) {
        pointed.add(new Pointed(new Piece.Numbers(bytes, part), offset -> numbers[offsetAt] = Math.toIntExact(offset)));
    }

    /** To be done when all fields have been read. */
    public void afterwards(Runnable task) {
        afterwards.add(task);
    }

    void settle() {
        afterwards.forEach(Runnable::run);
    }

    /** Says that a field without meaning held something; it is written as zero. */
    public void undefined() {
        undefined = true;
    }

    boolean heldUndefined() {
        return undefined;
    }

    /** Everything to write, offsets filled in, each pointed part at a multiple of four. */
    public RecordBytes bytes(int headBytes) {
        long offset = headBytes;
        for (Piece piece : pieces) {
            offset += piece.size();
        }
        List<Piece> all = new ArrayList<>(pieces);
        for (Pointed part : pointed) {
            int gap = (int) (-offset & 3);
            if (gap > 0) {
                all.add(new Piece.Numbers(1, new int[gap]));
                offset += gap;
            }
            part.place.accept(offset);
            all.add(part.piece);
            offset += part.piece.size();
        }
        return new RecordBytes(all, offset - headBytes);
    }
}
