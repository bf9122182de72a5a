package jp.kiyome.container.cfb;

import java.util.BitSet;
import jp.kiyome.core.finding.Refusal;

/** Which sectors are taken: each by one owner, once. So no chain has a loop and no two share a sector. Not thread-safe. */
final class Claims {

    private final BitSet taken = new BitSet();
    private int count;

    /** Says how many sectors there are. */
    void over(int sectors) {
        count = sectors;
    }

    void claim(int sector, String owner) {
        if (sector < 0 || sector >= count) {
            throw Refusal.of("cfb.chain", owner + " has sector " + sector + " of " + count);
        }
        if (taken.get(sector)) {
            throw Refusal.of("cfb.chain", owner + " has sector " + sector + ", which is taken");
        }
        taken.set(sector);
    }

    boolean claimed(int sector) {
        return taken.get(sector);
    }
}
