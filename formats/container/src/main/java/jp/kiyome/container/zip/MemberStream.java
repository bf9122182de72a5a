package jp.kiyome.container.zip;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.CRC32;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/** A member's decoded bytes, held to what its headers declare. The last byte comes out only after all checks. */
final class MemberStream extends InputStream {

    private final ZipMember member;
    private final MemberDecoder decoder;
    private final Budget budget;
    private final boolean summed;
    private final CRC32 crc = new CRC32();
    private final byte[] single = new byte[1];
    private long produced;
    private boolean checked;
    private boolean closed;

    MemberStream(ZipMember member, MemberDecoder decoder, Budget budget) {
        this(member, decoder, budget, true);
    }

    /** @param summed whether the headers declare a CRC-32 */
    MemberStream(ZipMember member, MemberDecoder decoder, Budget budget, boolean summed) {
        this.summed = summed;
        this.member = member;
        this.decoder = decoder;
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (closed) {
            throw new IOException("read after close");
        }
        if (length == 0) {
            return 0;
        }
        int wanted = (int) Math.min(length, member.size() - produced);
        int count = wanted == 0 ? 0 : decoder.decode(target, offset, wanted);
        if (count < 0) {
            throw refusal("zip.size", produced + " of " + member.size() + " bytes");
        }
        budget.decode(count);
        crc.update(target, offset, count);
        produced += count;
        if (produced == member.size()) {
            checkEnd();
        }
        return count == 0 ? -1 : count;
    }

    private void checkEnd() {
        if (checked) {
            return;
        }
        if (decoder.decode(single, 0, 1) >= 0) {
            throw refusal("zip.size", "more than " + member.size() + " bytes");
        }
        if (decoder.unused() != 0) {
            throw refusal("zip.hidden-data", decoder.unused() + " bytes");
        }
        if (summed && crc.getValue() != member.crc32()) {
            throw refusal("zip.crc", String.format(Locale.ROOT, "%08x, not %08x", crc.getValue(), member.crc32()));
        }
        checked = true;
    }

    private Refusal refusal(String code, String detail) {
        return Refusal.of(code, Location.ofPart(member.name()), detail);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            decoder.release();
        }
    }
}
