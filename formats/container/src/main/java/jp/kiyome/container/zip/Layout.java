package jp.kiyome.container.zip;

import java.util.List;
import java.util.function.Consumer;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/** How the members lie in the file: one after the other from its first byte to the central directory, or else why not. */
final class Layout {

    private final LittleEndian in;
    private final Consumer<Finding> findings;

    Layout(LittleEndian in, Consumer<Finding> findings) {
        this.in = in;
        this.findings = findings;
    }

    /** Refuses members that share bytes and bytes that a program could take for a member or an end; reports the rest. */
    void check(EndRecord end, List<? extends Placed> members) {
        List<? extends Placed> inOrder = members.stream()
                .sorted((one, other) ->
                        Long.compare(one.whole().at(), other.whole().at()))
                .toList();
        long at = 0;
        for (Placed member : inOrder) {
            between(at, member.whole().at(), Location.ofPart(member.name()));
            at = member.whole().end();
        }
        between(at, end.directory().at(), Location.wholeFile());
        oneEnd(end, inOrder);
        if (!end.comment().isEmpty()) {
            findings.accept(Finding.of("zip.comment", Action.REMOVED, Location.wholeFile()));
        }
        if (end.end() < in.size()) {
            findings.accept(bytes("zip.trailing", in.size() - end.end(), Location.wholeFile()));
        }
    }

    private void between(long from, long to, Location before) {
        if (to < from) {
            throw Refusal.of("zip.overlap", before, (from - to) + " bytes");
        }
        if (to == from) {
            return;
        }
        // Programs that read from front to end go on here and would show what the directory does not list.
        if (to - from >= LocalHeader.SIZE && in.u32(from) == LocalHeader.SIGNATURE) {
            throw Refusal.of("zip.hidden-member", before, "at " + from);
        }
        findings.accept(bytes(from == 0 ? "zip.prefix" : "zip.gap", to - from, before));
    }

    /** Not every program takes the last end record, so there is one, apart from those in archives that members are. */
    private void oneEnd(EndRecord end, List<? extends Placed> inOrder) {
        int next = 0;
        long from = Math.max(0, in.size() - EndRecord.REACH);
        for (long at = in.find(EndRecord.SIGNATURE, from, end.at());
                at < end.at();
                at = in.find(EndRecord.SIGNATURE, at + 1, end.at())) {
            while (next < inOrder.size() && inOrder.get(next).whole().end() <= at) {
                next++;
            }
            if (next == inOrder.size() || !inOrder.get(next).data().contains(at)) {
                throw Refusal.of("zip.two-ends", "at " + at + " and " + end.at());
            }
        }
    }

    private static Finding bytes(String code, long count, Location where) {
        return Finding.of(code, Action.REMOVED, where, Long.toString(count));
    }
}
