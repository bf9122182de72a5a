package jp.kiyome.archive.lha;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jp.kiyome.archive.ArchiveReader;
import jp.kiyome.archive.Member;
import jp.kiyome.archive.MemberKind;
import jp.kiyome.archive.name.RawName;
import jp.kiyome.container.packed.ByteTarget;

/** An LHA archive as the rebuilder wants it. Not thread-safe. */
final class LhaReader implements ArchiveReader {

    private final LhaArchive archive;
    private final List<Member> members;

    LhaReader(LhaArchive archive) {
        this.archive = archive;
        List<Member> read = new ArrayList<>();
        for (LhaMember member : archive.members()) {
            read.add(new Member(
                    read.size(),
                    RawName.of(name(member)),
                    kind(member),
                    member.time(),
                    OptionalLong.of(member.size()),
                    false,
                    member.isStored()));
        }
        this.members = List.copyOf(read);
    }

    /** Of a link without its target. */
    private static byte[] name(LhaMember member) {
        byte[] path = member.path();
        int end = 0;
        while (end < path.length && (path[end] != '|' || !member.isLink())) {
            end++;
        }
        return Arrays.copyOf(path, end);
    }

    private static MemberKind kind(LhaMember member) {
        if (member.isLink()) {
            return MemberKind.LINK;
        }
        return member.isDirectory() ? MemberKind.DIRECTORY : MemberKind.FILE;
    }

    @Override
    public List<Member> members() {
        return members;
    }

    @Override
    public void read(Member member, OutputStream target) throws IOException {
        try {
            archive.unpack(archive.members().get(member.index()), ByteTarget.of(target));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
    }

    /** The oldest level of header in it, which can say less than the others. */
    @Override
    public int variant() {
        return archive.members().stream()
                .mapToInt(member -> Math.min(member.level(), 2))
                .min()
                .orElse(2);
    }

    @Override
    public void close() {}
}
