package jp.kiyome.cad.dxf.pairs;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/** Reads the records of one section, from behind its name to its end. Not thread-safe. */
public final class RecordReader {

    /** Pairs of one record at most. */
    static final int MOST = 2_000_000;

    private static final int PAIRS_TO_TIME_CHECK = 4096;

    private final PairSource source;
    private final CodePage page;
    private final Budget budget;
    private final int mark;
    private boolean ended;
    private boolean begun;
    private int read;

    /** @param mark the code that a record begins with: 0, or 9 in the HEADER section */
    public RecordReader(PairSource source, CodePage page, Budget budget, int mark) {
        this.source = source;
        this.page = page;
        this.budget = budget;
        this.mark = mark;
    }

    /** The next record; empty at the end of the section. */
    public Optional<DxfRecord> next() {
        if (!begun) {
            begun = true;
            advance();
        }
        if (ended) {
            return Optional.empty();
        }
        if (source.code() != mark) {
            throw Refusal.of("dxf.structure", Location.wholeFile().at("byte " + source.start()), "a pair in no record");
        }
        String name = page.decode(source.raw()).strip();
        List<Pair> pairs = new ArrayList<>();
        advance();
        while (!ended && source.code() != mark && source.code() != 0) {
            pairs.add(new Pair(source.code(), page.decode(source.raw())));
            if (pairs.size() > MOST) {
                throw Refusal.of("dxf.too-large", Location.wholeFile().at(name), Integer.toString(MOST));
            }
            advance();
        }
        return Optional.of(new DxfRecord(name, pairs));
    }

    /** One pair on; the end of the section is behind its last record. */
    private void advance() {
        if (++read % PAIRS_TO_TIME_CHECK == 0) {
            budget.checkTime();
        }
        ended = !source.next() || source.code() == 0 && isEnd(source.raw().strip());
    }

    private static boolean isEnd(String name) {
        return name.equals("ENDSEC") || name.equals("EOF") || name.equals("SECTION");
    }
}
