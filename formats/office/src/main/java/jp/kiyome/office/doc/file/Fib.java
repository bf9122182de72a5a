package jp.kiyome.office.doc.file;

import java.util.EnumMap;
import java.util.Map;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.doc.raw.In;
import jp.kiyome.office.doc.text.Lengths;
import jp.kiyome.office.doc.text.Story;

/**
 * The file information block ([MS-DOC] 2.5.1): what a document is and where its parts are.
 *
 * @param flags the bits at offset 10 (2.5.2)
 * @param language of the program that made it, and its East Asian language
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
public record Fib(FibVersion version, int flags, int language, int eastAsian, Lengths lengths, int[][] pairs) {

    public static final int TEMPLATE = 0x0001;
    public static final int EAST_ASIAN = 0x4000;
    static final int FAST_SAVED = 0x0004;
    static final int ENCRYPTED = 0x0100;
    static final int WHICH_TABLE = 0x0200;
    static final int OBFUSCATED = 0x8000;
    static final int MAGIC = 0xA5EC;

    private static final int WORDS = 14;
    private static final int LONGS = 22;

    /** @param stream WordDocument, opened */
    static Fib read(byte[] stream, Session session) {
        In in = In.of(stream, "WordDocument");
        if (in.u16() != MAGIC) {
            throw in.broken("no FIB");
        }
        in.skip(4);
        int language = in.u16();
        in.skip(2);
        int flags = in.u16();
        in.skip(20);
        if (in.u16() != WORDS) {
            throw in.broken("words of the FIB");
        }
        in.skip((WORDS - 1) * 2);
        int eastAsian = in.u16();
        if (in.u16() != LONGS) {
            throw in.broken("numbers of the FIB");
        }
        int[] numbers = new int[LONGS];
        for (int i = 0; i < LONGS; i++) {
            numbers[i] = in.i32();
        }
        int[][] pairs = new int[in.u16()][2];
        for (int[] pair : pairs) {
            pair[0] = in.i32();
            pair[1] = in.i32();
        }
        FibVersion version = FibVersion.of(pairs.length);
        if (pairs.length < FibVersion.WORD97.pairs) {
            throw in.broken("pairs of the FIB");
        }
        Fib fib = new Fib(version, flags, language, eastAsian, lengths(numbers, stream.length), pairs);
        fib.tell(session);
        return fib;
    }

    private static Lengths lengths(int[] numbers, int most) {
        Map<Story, Integer> lengths = new EnumMap<>(Story.class);
        long sum = 0;
        for (Story story : Story.values()) {
            int length = numbers[story.field()];
            sum += Math.max(0, length);
            if (length < 0 || sum > most) {
                throw Refusal.of("doc.broken", Location.ofPart("WordDocument"), story + " of " + length);
            }
            lengths.put(story, length);
        }
        return new Lengths(lengths);
    }

    private void tell(Session session) {
        Location where = Location.ofPart("WordDocument");
        if ((flags & FAST_SAVED) != 0) {
            session.found(Finding.of("doc.fast-save", Action.REMOVED, where));
        }
        for (Pair.Dropped pair : Pair.DROPPED) {
            if (pair.number() < pairs.length && pairs[pair.number()][1] > 0) {
                session.found(Finding.of(pair.finding(), Action.REMOVED, where.at(pair.name())));
            }
        }
    }

    /** How many bytes a pair leads to; 0 where it leads nowhere. */
    public int size(String pair) {
        int number = Pair.number(pair);
        return number < pairs.length ? Math.max(0, pairs[number][1]) : 0;
    }

    /** What a pair leads to in the table stream; nothing where it leads nowhere. */
    public In part(byte[] table, String pair) {
        int size = size(pair);
        return size == 0 ? In.of(new byte[0], pair) : In.of(table, pairs[Pair.number(pair)][0], size, pair);
    }

    /** From where a pair leads to, to the end of the stream. */
    public In from(byte[] table, String pair) {
        int size = size(pair);
        int at = pairs[Pair.number(pair)][0];
        return size == 0 ? In.of(new byte[0], pair) : In.of(table, at, (long) table.length - at, pair);
    }
}
