package jp.kiyome.archive.lha;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kiyome.archive.block.Fields;
import jp.kiyome.archive.block.TimedStream;
import jp.kiyome.archive.block.Unpacked;
import jp.kiyome.container.lh5.LzhDecoder;
import jp.kiyome.container.lh5.LzhMethod;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/**
 * An LHA archive: its members in order, and their bytes one member at a time.
 *
 * <p>Not thread-safe.
 */
final class LhaArchive {

    /** Bytes that a packer may write after the last bit that means anything. */
    private static final int FLUSH = 3;

    /** Zeros behind the end that some systems fill a block with. */
    private static final int PADDING = 1 << 12;

    private static final int MACINTOSH = 'm';

    private final Content content;
    private final Budget budget;
    private final Consumer<Finding> findings;
    private final List<LhaMember> members;

    private LhaArchive(Content content, Budget budget, Consumer<Finding> findings, List<LhaMember> members) {
        this.content = content;
        this.budget = budget;
        this.findings = findings;
        this.members = members;
    }

    /** Whether a file begins with a header of an LHA archive, of whatever method. Never throws for bad input. */
    static boolean begins(Content content) {
        return content.size() > 21
                && content.byteAt(20) <= 3
                && Method.looksLikeOne(
                        Fields.of(content, 2, Method.LENGTH, HeaderReader.CODE).rest());
    }

    /**
     * Reads all headers; no member is unpacked.
     *
     * @throws Refusal when one is broken, of an unknown method, or more are there than the budget has
     */
    static LhaArchive open(Content content, Budget budget, Consumer<Finding> findings) {
        List<LhaMember> members = new ArrayList<>();
        boolean details = false;
        long at = 0;
        Optional<HeaderReader.Found> found = HeaderReader.read(content, at);
        while (found.isPresent()) {
            budget.entries(1);
            LhaMember member = found.get().member();
            details |= found.get().details();
            members.add(member);
            at = member.packed() + member.packedSize();
            found = HeaderReader.read(content, at);
        }
        if (members.isEmpty()) {
            throw Refusal.of(HeaderReader.CODE, Location.wholeFile(), "no member");
        }
        LhaArchive archive = new LhaArchive(content, budget, findings, List.copyOf(members));
        if (details) {
            archive.found("lzh.details", "");
        }
        archive.reportTrailing(at + 1);
        return archive;
    }

    private void reportTrailing(long from) {
        if (content.size() - from > PADDING) {
            found("lzh.trailing", content.size() - from + " bytes");
            return;
        }
        for (long at = from; at < content.size(); at++) {
            if (content.byteAt(at) != 0) {
                found("lzh.trailing", content.size() - from + " bytes");
                return;
            }
        }
    }

    private void found(String code, String detail) {
        findings.accept(Finding.of(code, Action.REMOVED, Location.wholeFile(), detail));
    }

    List<LhaMember> members() {
        return members;
    }

    /**
     * Unpacks a member, spending the budget.
     *
     * @throws Refusal when its bytes are not those the header declares
     */
    void unpack(LhaMember member, ByteTarget out) {
        if (member.system() != MACINTOSH) {
            decode(member, out);
            return;
        }
        MacBinary envelope = new MacBinary(member.size(), member.lastStep(), out);
        decode(member, envelope);
        if (envelope.finish()) {
            findings.accept(Finding.of("lzh.macbinary", Action.REMOVED, member.where()));
        }
    }

    private void decode(LhaMember member, ByteTarget out) {
        Location where = member.where();
        Content packed = content.slice(member.packed(), member.packedSize());
        Unpacked target = new Unpacked(member.size(), new Crc16(), where, budget, out);
        long used =
                switch (member.method()) {
                    case STORED, LARC_STORED -> {
                        target.pass(packed);
                        yield packed.size();
                    }
                    case LH4 ->
                        LzhDecoder.decode(
                                LzhMethod.LH4, new TimedStream(packed.stream(), budget), member.size(), where, target);
                    case LH5 ->
                        LzhDecoder.decode(
                                LzhMethod.LH5, new TimedStream(packed.stream(), budget), member.size(), where, target);
                    case LH6 ->
                        LzhDecoder.decode(
                                LzhMethod.LH6, new TimedStream(packed.stream(), budget), member.size(), where, target);
                    case LH7 ->
                        LzhDecoder.decode(
                                LzhMethod.LH7, new TimedStream(packed.stream(), budget), member.size(), where, target);
                    case LH1 ->
                        AdaptiveDecoder.decode(new TimedStream(packed.stream(), budget), member.size(), where, target);
                    case LARC_SHORT ->
                        LarcDecoder.shortWindow(new TimedStream(packed.stream(), budget), member.size(), where, target);
                    case LARC ->
                        LarcDecoder.longWindow(new TimedStream(packed.stream(), budget), member.size(), where, target);
                    case DIRECTORY -> 0;
                };
        target.requireChecksum(member.crc16());
        if (member.packedSize() - used > FLUSH) {
            found("lzh.slack", member.packedSize() - used + " bytes");
        }
    }
}
