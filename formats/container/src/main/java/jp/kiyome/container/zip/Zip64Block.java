package jp.kiyome.container.zip;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.finding.Refusal;

/** The Zip64 extended information extra field (APPNOTE 4.5.3): eight-byte values for header fields that are too small. */
final class Zip64Block {

    static final int ID = 0x0001;

    /** What a four-byte field says when its value stands in the Zip64 block. */
    static final long ELSEWHERE = 0xFFFFFFFFL;

    private Zip64Block() {}

    /**
     * The true values of header fields.
     *
     * @param plain what the four-byte fields say, in the order of APPNOTE 4.5.3
     */
    static List<Long> resolve(LittleEndian in, ExtraFields extra, List<Long> plain) {
        return extra.only(ID).map(block -> resolve(in, block.data(), plain)).orElse(plain);
    }

    private static List<Long> resolve(LittleEndian in, Span data, List<Long> plain) {
        long marked = plain.stream().filter(value -> value == ELSEWHERE).count();
        // The specification wants only the marked fields; some writers give all. What is repeated must be the same.
        boolean onlyMarked = data.length() == 8 * marked;
        List<Long> values = new ArrayList<>();
        long at = data.at();
        for (long value : plain) {
            boolean here = value == ELSEWHERE || (!onlyMarked && at + 8 <= data.end());
            values.add(here ? agreed(value, in.u63(bounded(at, data))) : value);
            at += here ? 8 : 0;
        }
        // The number of the disk may follow, and can only be the first.
        if (at != data.end() && !(at + 4 == data.end() && in.u32(at) == 0)) {
            throw Refusal.of("zip.zip64", data.length() + " bytes of Zip64 values at " + data.at());
        }
        return values;
    }

    private static long bounded(long at, Span data) {
        if (at + 8 > data.end()) {
            throw Refusal.of("zip.zip64", "a value is missing at " + at);
        }
        return at;
    }

    private static long agreed(long plain, long wide) {
        if (plain != ELSEWHERE && plain != wide) {
            throw Refusal.of("zip.zip64", "header says " + plain + ", Zip64 block " + wide);
        }
        return wide;
    }
}
