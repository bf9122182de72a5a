package jp.kiyome.archive.tar;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import jp.kiyome.archive.ArchiveReader;
import jp.kiyome.archive.Member;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;

/** A tape archive that was opened. */
final class TarReader implements ArchiveReader {

    private final Content content;
    private final Session session;
    private final List<TarEntry> entries;

    TarReader(Content content, Session session) {
        this.content = content;
        this.session = session;
        this.entries = TarListing.of(content, session);
    }

    @Override
    public List<Member> members() {
        return entries.stream().map(TarEntry::member).toList();
    }

    @Override
    public void read(Member member, OutputStream target) throws IOException {
        TarEntry entry = entries.get(member.index());
        session.budget().decode(entry.size());
        try (InputStream in = content.slice(entry.at(), entry.size()).stream()) {
            in.transferTo(target);
        }
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
