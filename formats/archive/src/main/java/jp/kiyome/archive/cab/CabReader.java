package jp.kiyome.archive.cab;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jp.kiyome.archive.ArchiveReader;
import jp.kiyome.archive.Member;
import jp.kiyome.archive.MemberKind;
import jp.kiyome.archive.block.DosTime;
import jp.kiyome.archive.block.PathBytes;
import jp.kiyome.archive.name.RawName;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;

/** A cabinet as the rebuilder wants it: files in the order in which their bytes stand there. Not thread-safe. */
final class CabReader implements ArchiveReader {

    private final Content content;
    private final CabinetListing listing;
    private final Budget budget;
    private final List<Member> members;
    private Optional<FolderReader> open = Optional.empty();
    private int openFolder = -1;

    CabReader(Content content, CabinetListing listing, Budget budget) {
        this.content = content;
        this.listing = listing;
        this.budget = budget;
        List<Member> read = new ArrayList<>();
        for (CabFile file : listing.files()) {
            read.add(new Member(
                    read.size(),
                    name(file),
                    MemberKind.FILE,
                    DosTime.read((long) file.date() << 16 | file.time()),
                    OptionalLong.of(file.size()),
                    false,
                    false));
        }
        this.members = List.copyOf(read);
    }

    private static RawName name(CabFile file) {
        byte[] slashed = PathBytes.slashed(file.name());
        return file.utf8()
                ? new RawName(slashed, Optional.of(StandardCharsets.UTF_8), Optional.empty())
                : RawName.of(slashed);
    }

    @Override
    public List<Member> members() {
        return members;
    }

    @Override
    public void read(Member member, OutputStream target) throws IOException {
        CabFile file = listing.files().get(member.index());
        if (file.folder() != openFolder) {
            close();
            open = Optional.of(new FolderReader(content, listing.folders().get(file.folder()), budget));
            openFolder = file.folder();
        }
        FolderReader folder = open.orElseThrow();
        ByteTarget out = ByteTarget.of(target);
        try {
            folder.skipTo(file.at());
            folder.read(file.size(), (bytes, offset, length) -> {
                budget.decode(length);
                out.write(bytes, offset, length);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
    }

    @Override
    public void close() {
        open.ifPresent(FolderReader::close);
        open = Optional.empty();
        openFolder = -1;
    }
}
