package jp.kiyome.container.zip;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/** Archives written byte by byte, truthful until a field is set to a lie. */
final class ForgedZip {

    final List<ForgedMember> members = new ArrayList<>();
    byte[] beforeDirectory = {};
    byte[] afterDirectory = {};
    byte[] endRecordExtra = {};
    byte[] comment = {};
    byte[] trailing = {};
    int disk;
    boolean zip64;
    boolean listedBackwards;
    int locatorDisks = 1;
    LongUnaryOperator entries = LongUnaryOperator.identity();
    LongUnaryOperator directorySize = LongUnaryOperator.identity();
    LongUnaryOperator directoryOffset = LongUnaryOperator.identity();
    LongUnaryOperator commentLength = LongUnaryOperator.identity();
    LongUnaryOperator wideEntries = LongUnaryOperator.identity();
    LongUnaryOperator wideOffset = LongUnaryOperator.identity();
    LongUnaryOperator locatorOffset = LongUnaryOperator.identity();

    static ForgedZip of(ForgedMember... members) {
        ForgedZip zip = new ForgedZip();
        zip.members.addAll(List.of(members));
        return zip;
    }

    ForgedZip with(Consumer<ForgedZip> change) {
        change.accept(this);
        return this;
    }

    byte[] bytes() {
        RecordBuilder out = new RecordBuilder();
        List<Long> offsets = new ArrayList<>();
        for (ForgedMember member : members) {
            out.bytes(member.before);
            offsets.add(out.size());
            out.bytes(member.localHeader()).bytes(member.data).bytes(member.descriptor);
        }
        out.bytes(beforeDirectory);
        long directory = out.size();
        for (int i = 0; i < members.size(); i++) {
            int listed = listedBackwards ? members.size() - 1 - i : i;
            out.bytes(members.get(listed).centralHeader(offsets.get(listed)));
        }
        long size = out.size() - directory;
        out.bytes(afterDirectory);
        if (zip64) {
            zip64End(out, directory, size);
        }
        long count = entries.applyAsLong(members.size());
        out.u32(0x06054b50L).u16(disk).u16(disk).u16(count).u16(count);
        out.u32(directorySize.applyAsLong(size)).u32(directoryOffset.applyAsLong(directory));
        out.u16(commentLength.applyAsLong(comment.length)).bytes(comment);
        return out.bytes(trailing).done();
    }

    private void zip64End(RecordBuilder out, long directory, long size) {
        long at = out.size();
        long count = wideEntries.applyAsLong(members.size());
        out.u32(0x06064b50L)
                .u64(44 + endRecordExtra.length)
                .u16(45)
                .u16(45)
                .u32(0)
                .u32(0);
        out.u64(count)
                .u64(count)
                .u64(size)
                .u64(wideOffset.applyAsLong(directory))
                .bytes(endRecordExtra);
        out.u32(0x07064b50L).u32(0).u64(locatorOffset.applyAsLong(at)).u32(locatorDisks);
    }
}
