package jp.kiyome.container.zip;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.core.limit.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Hostile archives cost no more than the budget. */
@Timeout(30)
class BoundedZipTest {

    private static final int MOST = 10_000;

    @Test
    void asManyMembersAsTheLimitAreRead() {
        assertThat(read(manyMembers(MOST)).texts()).hasSize(MOST);
    }

    @Test
    void oneMemberMoreThanTheLimitIsRefused() {
        assertThatThrownBy(() -> read(manyMembers(MOST + 1)))
                .isInstanceOf(LimitReached.class)
                .hasMessageContaining("limit.entries");
    }

    private static ReadZip read(byte[] archive) {
        Limits limits = Limits.defaults().with(Map.of(LimitName.ENTRIES, (long) MOST));
        return ReadZip.of(HeapContent.of(archive), new Budget(limits, archive.length));
    }

    private static byte[] manyMembers(int count) {
        return ForgedZip.of(IntStream.range(0, count)
                        .mapToObj(i -> ForgedMember.stored("folder/part" + i, ""))
                        .toArray(ForgedMember[]::new))
                .bytes();
    }

    @Test
    void tenGigabytesOfZerosAreStoppedByTheBudget() {
        byte[] stream = zeros(640);
        assertThat(stream.length).isBetween(9_000_000, 12_000_000);
        byte[] archive = bomb(stream, 640L << 24);
        assertThatThrownBy(() -> drain(archive, Limits.defaults()))
                .isInstanceOf(LimitReached.class)
                .hasMessageContaining("limit.decoded-bytes");
    }

    @Test
    void aSmallBombIsStoppedByItsRatio() {
        byte[] archive = bomb(zeros(8), 8L << 24);
        assertThatThrownBy(() -> drain(archive, Limits.defaults()))
                .isInstanceOf(LimitReached.class)
                .hasMessageContaining("limit.ratio");
    }

    @Test
    void aStreamThatYieldsNothingIsStoppedByTheClock() {
        // Stored blocks of no bytes (RFC 1951, 3.2.4): 50 MB of input without a byte of output.
        byte[] stream = new byte[50_000_000];
        for (int at = 0; at < stream.length; at += 5) {
            stream[at + 3] = (byte) 0xFF;
            stream[at + 4] = (byte) 0xFF;
        }
        Limits d = Limits.defaults();
        Limits noTime = new Limits(
                d.inputBytes(),
                d.decodedBytes(),
                d.ratio(),
                d.ratioGrace(),
                d.entries(),
                d.depth(),
                d.pixels(),
                d.imagePixels(),
                d.xmlDepth(),
                d.passwordHints(),
                Duration.ofMillis(20));
        assertThatThrownBy(() -> drain(bomb(stream, 100), noTime))
                .isInstanceOf(LimitReached.class)
                .hasMessageContaining("limit.time");
    }

    @Test
    void overlappingMembersAreRefusedBeforeAnyIsInflated() {
        // The overlap of the small zip bombs: the first stream quotes the next local header in a stored block, then
        // goes on
        // as the next member's own stream.
        ForgedMember kernel = ForgedMember.raw("b", new byte[1 << 20], ForgedMember.deflate(new byte[1 << 20]));
        byte[] quoted = kernel.localHeader();
        byte[] block = new RecordBuilder()
                .bytes(new byte[] {0})
                .u16(quoted.length)
                .u16(~quoted.length)
                .bytes(quoted)
                .bytes(kernel.data)
                .done();
        byte[] plain =
                new RecordBuilder().bytes(quoted).bytes(new byte[1 << 20]).done();
        ForgedMember outer = ForgedMember.raw("a", plain, block);
        ForgedMember listed = ForgedMember.raw("b", new byte[1 << 20], kernel.data);
        byte[] front = new RecordBuilder()
                .bytes(outer.localHeader())
                .bytes(new byte[5])
                .done();
        ForgedZip zip = ForgedZip.of(outer, listed);
        listed.offsetField = front.length;
        byte[] archive = withoutLastMember(zip, outer, listed);
        assertThatThrownBy(() -> ReadZip.of(archive)).hasMessageContaining("zip.overlap");
    }

    /** Only the directory knows the second member. */
    private static byte[] withoutLastMember(ForgedZip zip, ForgedMember outer, ForgedMember listed) {
        byte[] all = zip.bytes();
        int end = outer.localHeader().length + outer.data.length;
        int surplus = listed.localHeader().length + listed.data.length;
        byte[] cut = new RecordBuilder()
                .bytes(Arrays.copyOf(all, end))
                .bytes(Arrays.copyOfRange(all, end + surplus, all.length))
                .done();
        int offset = cut.length - 6;
        byte[] moved = new RecordBuilder()
                .bytes(Arrays.copyOf(cut, offset))
                .u32(end)
                .u16(0)
                .done();
        return moved;
    }

    private static void drain(byte[] archive, Limits limits) throws Exception {
        Budget budget = new Budget(limits, archive.length);
        byte[] buffer = new byte[1 << 16];
        try (ZipArchive zip = ZipArchive.open(HeapContent.of(archive), budget, f -> {});
                InputStream in = zip.open(zip.members().getFirst())) {
            while (in.read(buffer) >= 0) {
                // The budget ends it.
            }
        }
    }

    private static byte[] bomb(byte[] stream, long size) {
        ForgedMember member =
                ForgedMember.raw("bomb", "x".getBytes(US_ASCII), stream).both(f -> f.size = size);
        if (size > Zip64Block.ELSEWHERE) {
            byte[] sizes = ForgedMember.extra(
                    1, new RecordBuilder().u64(size).u64(stream.length).done());
            member.both(f -> f.size = Zip64Block.ELSEWHERE)
                    .both(f -> f.compressedSize = Zip64Block.ELSEWHERE)
                    .both(f -> f.extra = sizes);
        }
        return ForgedZip.of(member).bytes();
    }

    /** So many times 16 MiB of zeros, deflated: after a full flush each piece stands for itself. */
    private static byte[] zeros(int times) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(new byte[1 << 24]);
        byte[] piece = new byte[1 << 16];
        int length = deflater.deflate(piece, 0, piece.length, Deflater.FULL_FLUSH);
        deflater.end();
        RecordBuilder out = new RecordBuilder();
        for (int i = 0; i < times; i++) {
            out.bytes(Arrays.copyOf(piece, length));
        }
        return out.bytes(new byte[] {3, 0}).done();
    }
}
