package jp.kiyome.container.cfb;

import java.util.Arrays;
import jp.kiyome.core.finding.Refusal;

/** Walks along a chain of sectors ([MS-CFB] 2.3). A walk ends: every step claims a sector that nobody had. */
final class Chain {

    private Chain() {}

    /** All sectors of a chain in order, claimed. */
    static int[] sectors(Allocation allocation, int start, Claims claims, String owner) {
        int[] sectors = new int[16];
        int count = 0;
        int sector = start;
        for (; sector != Allocation.END_OF_CHAIN; sector = allocation.next(sector)) {
            claims.claim(sector, owner);
            if (count == sectors.length) {
                sectors = Arrays.copyOf(sectors, count * 2);
            }
            sectors[count++] = sector;
        }
        return Arrays.copyOf(sectors, count);
    }

    /**
     * Claims the sectors of a stream.
     *
     * @return bytes behind its end that are not zero, in its last sector and in sectors past it
     * @throws Refusal when the chain is shorter than the stream, or leads out of the file
     */
    static long claim(Bytes in, Allocation allocation, CompoundStream stream, Claims claims) {
        long left = stream.size();
        long slack = 0;
        int sector = stream.start();
        for (; sector != Allocation.END_OF_CHAIN; sector = allocation.next(sector)) {
            claims.claim(sector, stream.name());
            long at = allocation.offset(sector);
            long used = Math.min(left, allocation.unit());
            in.require(at, used);
            left -= used;
            long end = Math.min(in.size(), at + allocation.unit());
            slack += in.notZero(Math.min(end, at + used), end);
        }
        if (left > 0) {
            throw Refusal.of("cfb.chain", stream.name() + " ends " + left + " bytes early");
        }
        return slack;
    }
}
