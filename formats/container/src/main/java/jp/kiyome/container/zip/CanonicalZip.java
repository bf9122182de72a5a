package jp.kiyome.container.zip;

import java.util.List;
import jp.kiyome.core.spi.OutputNotClean;

/** Checks that every byte of an archive that is not a member's is one that {@link WrittenZip} writes there. */
public final class CanonicalZip {

    private CanonicalZip() {}

    /**
     * Walks the archive from its first byte to its last.
     *
     * @throws OutputNotClean at the first byte that is not accounted for
     */
    public static void check(ZipArchive archive) {
        Position position = new Position(new LittleEndian(archive.content()));
        CanonicalRecords records = CanonicalRecords.STANDARD;
        List<ZipMember> members = archive.members();
        for (ZipMember member : members) {
            position.expect(records.localHeader(member), member.name());
            position.skip(member);
        }
        long directory = position.at;
        members.forEach(member -> position.expect(records.centralHeader(member), member.name()));
        position.expect(records.endRecords(members.size(), new Span(directory, position.at - directory)), "end");
        if (position.at != archive.content().size()) {
            throw new OutputNotClean("bytes behind the archive at " + position.at);
        }
    }

    private static final class Position {

        private final LittleEndian in;
        private long at;

        Position(LittleEndian in) {
            this.in = in;
        }

        void expect(byte[] bytes, String what) {
            if (!in.startsWith(bytes, at)) {
                throw new OutputNotClean("not the canonical record at " + at + ": " + what);
            }
            at += bytes.length;
        }

        void skip(ZipMember member) {
            if (member.dataAt() != at) {
                throw new OutputNotClean("not where it belongs: " + member.name());
            }
            at += member.compressedSize();
        }
    }
}
