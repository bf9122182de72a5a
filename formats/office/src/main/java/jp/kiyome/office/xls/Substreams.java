package jp.kiyome.office.xls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordReader;

/** Where the substreams of a workbook lie ([MS-XLS] 2.1.7.20): each once, from its BOF to its EOF. Not thread-safe. */
final class Substreams {

    private static final int MOST_DEPTH = 4;

    private record Stretch(long from, long to) {}

    private final Content stream;
    private final List<Stretch> taken = new ArrayList<>();

    Substreams(Content stream) {
        this.stream = stream;
    }

    /** A reader that stands on the BOF of a substream. */
    static RecordReader open(Content stream, long at, int kind) {
        RecordReader reader = new RecordReader(stream, at);
        if (!reader.next() || reader.id() != Biff.BOF) {
            throw Refusal.of("xls.sheet-start", "nothing begins at " + at);
        }
        RecordInput bof = reader.data();
        int version = bof.u16();
        int begun = bof.u16();
        if (version != Biff.VERSION) {
            throw Refusal.of("xls.old-version", Integer.toHexString(version));
        }
        if (begun != kind) {
            throw Refusal.of(
                    "xls.sheet-type",
                    "0x" + Integer.toHexString(begun) + " where 0x" + Integer.toHexString(kind) + " is listed");
        }
        return reader;
    }

    /** Marks a substream as taken; walks to its end. */
    void take(long from) {
        RecordReader reader = new RecordReader(stream, from);
        int depth = 0;
        while (reader.next()) {
            depth += reader.id() == Biff.BOF ? 1 : reader.id() == Biff.EOF ? -1 : 0;
            if (depth > MOST_DEPTH) {
                throw Refusal.of("xls.sheet-start", "nested too deep at " + reader.position());
            }
            if (depth == 0) {
                taken.add(new Stretch(from, reader.end()));
                return;
            }
        }
        throw Refusal.of("xls.truncated", "no end of what begins at " + from);
    }

    /** Bytes of the stream that belong to no substream and are not zero, and a refusal where two substreams share bytes. */
    long loose() {
        taken.sort(Comparator.comparingLong(Stretch::from));
        long loose = 0;
        long at = 0;
        for (Stretch stretch : taken) {
            if (stretch.from < at) {
                throw Refusal.of("xls.sheet-start", "two sheets share bytes at " + stretch.from);
            }
            loose += notZero(at, stretch.from);
            at = stretch.to;
        }
        return loose + notZero(at, stream.size());
    }

    private long notZero(long from, long to) {
        long count = 0;
        byte[] window = new byte[(int) Math.min(1 << 13, to - from)];
        for (long at = from; at < to; at += window.length) {
            int length = (int) Math.min(window.length, to - at);
            stream.copy(at, window, 0, length);
            for (int i = 0; i < length; i++) {
                count += window[i] == 0 ? 0 : 1;
            }
        }
        return count;
    }
}
