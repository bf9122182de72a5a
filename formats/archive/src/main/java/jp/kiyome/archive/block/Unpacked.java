package jp.kiyome.archive.block;

import java.util.Locale;
import java.util.function.LongUnaryOperator;
import java.util.zip.Checksum;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/**
 * A member's bytes on their way out of a decoder: spent from the budget and held to the size and the checksum that the
 * archive declares.
 *
 * <p>Not thread-safe.
 */
public final class Unpacked implements ByteTarget {

    private final ByteTarget out;
    private final Budget budget;
    private final Checksum checksum;
    private final Location where;
    private final long size;
    private long produced;

    /** @param size bytes that may come at most, and must */
    public Unpacked(long size, Checksum checksum, Location where, Budget budget, ByteTarget out) {
        this.size = size;
        this.checksum = checksum;
        this.where = where;
        this.budget = budget;
        this.out = out;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (length > size - produced) {
            throw Refusal.of("packed.size", where, "more than " + size + " bytes");
        }
        budget.decode(length);
        checksum.update(bytes, offset, length);
        out.write(bytes, offset, length);
        produced += length;
    }

    /** Bytes so far. */
    public long produced() {
        return produced;
    }

    /** Refused unless all bytes came. */
    public void requireComplete() {
        if (produced != size) {
            throw Refusal.of("packed.size", where, produced + " of " + size + " bytes");
        }
    }

    /** Refused unless all bytes came and are those the checksum is of. */
    public void requireChecksum(long declared) {
        requireChecksum(declared, value -> value);
    }

    /**
     * Refused unless all bytes came and their checksum is told so.
     *
     * @param told how the archive tells a checksum that depends on a key
     */
    public void requireChecksum(long declared, LongUnaryOperator told) {
        requireComplete();
        long found = told.applyAsLong(checksum.getValue());
        if (found != declared) {
            throw Refusal.of("packed.checksum", where, String.format(Locale.ROOT, "%08x, not %08x", found, declared));
        }
    }
}
