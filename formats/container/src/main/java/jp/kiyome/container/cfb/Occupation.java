package jp.kiyome.container.cfb;

import jp.kiyome.core.limit.Budget;

/** Which stream has which sectors, and what stands in those that none has. Not thread-safe. */
final class Occupation {

    private static final int STEPS_BETWEEN_TIME_CHECKS = 1 << 14;

    private final Bytes in;
    private final SectorAllocation sectors;
    private final MiniAllocation mini;
    private final Claims claims;
    private final Claims miniClaims = new Claims();
    private final Budget budget;

    Occupation(Bytes in, SectorAllocation sectors, MiniAllocation mini, Claims claims, Budget budget) {
        this.in = in;
        this.sectors = sectors;
        this.mini = mini;
        this.claims = claims;
        this.budget = budget;
        miniClaims.over(mini.count());
    }

    /** Where a stream's sectors are. */
    static Allocation of(CompoundStream stream, SectorAllocation sectors, MiniAllocation mini) {
        return stream.size() < Header.MINI_CUTOFF ? mini : sectors;
    }

    /**
     * Claims the sectors of every stream.
     *
     * @return bytes in stretches that are not zero and belong to no stream, entry or table
     */
    long check(CompoundStorage root) {
        long headerSector = in.notZero(Header.SIZE, Math.min(in.size(), sectors.offset(0)));
        return streams(root) + free(sectors, claims) + free(mini, miniClaims) + mini.slack() + headerSector;
    }

    private long streams(CompoundStorage storage) {
        long slack = 0;
        for (CompoundEntry entry : storage.entries()) {
            slack += switch (entry) {
                case CompoundStorage inner -> streams(inner);
                case CompoundStream stream -> stream(stream);
            };
        }
        return slack;
    }

    private long stream(CompoundStream stream) {
        budget.checkTime();
        if (stream.size() == 0) {
            return 0;
        }
        Allocation allocation = of(stream, sectors, mini);
        return Chain.claim(in, allocation, stream, allocation == mini ? miniClaims : claims);
    }

    private long free(Allocation allocation, Claims taken) {
        long loose = 0;
        for (int sector = 0; sector < allocation.count(); sector++) {
            if (sector % STEPS_BETWEEN_TIME_CHECKS == 0) {
                budget.checkTime();
            }
            if (!taken.claimed(sector)) {
                long at = allocation.offset(sector);
                loose += in.notZero(at, Math.min(in.size(), at + allocation.unit()));
            }
        }
        return loose;
    }
}
