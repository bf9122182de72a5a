package jp.kiyome.archive.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jp.kiyome.archive.ArchiveReader;
import jp.kiyome.archive.Member;
import jp.kiyome.archive.MemberKind;
import jp.kiyome.archive.block.DosTime;
import jp.kiyome.archive.name.RawName;
import jp.kiyome.container.zip.ZipEntries;
import jp.kiyome.container.zip.ZipEntry;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;

/** A ZIP archive that was opened. */
final class ZipReader implements ArchiveReader {

    private final ZipEntries entries;
    private final Session session;
    private final Unlocking unlocking;
    private final List<Member> members;
    private Optional<Unlocking.Key> key = Optional.empty();
    private boolean searched;

    private ZipReader(ZipEntries entries, Session session) {
        this.entries = entries;
        this.session = session;
        this.unlocking = new Unlocking(entries, session);
        List<Member> listed = new ArrayList<>();
        for (ZipEntry entry : entries.entries()) {
            listed.add(member(listed.size(), entry));
        }
        this.members = List.copyOf(listed);
    }

    static ZipReader open(Content content, Session session) {
        return new ZipReader(ZipEntries.open(content, session.budget(), session::found), session);
    }

    private static Member member(int index, ZipEntry entry) {
        AesField.of(entry);
        if (entry.ambiguousFolder()) {
            throw Refusal.of("zip.folder", Location.ofPart(entry.shown()), entry.size() + " bytes");
        }
        MemberKind kind = entry.link()
                ? MemberKind.LINK
                : entry.special() ? MemberKind.OTHER : entry.folder() ? MemberKind.DIRECTORY : MemberKind.FILE;
        Optional<Charset> said = entry.utf8() ? Optional.of(StandardCharsets.UTF_8) : Optional.empty();
        int method = AesField.of(entry).map(AesField::method).orElse(entry.method());
        return new Member(
                index,
                new RawName(entry.name(), said, entry.unicodeName()),
                kind,
                DosTime.read(entry.time()),
                OptionalLong.of(entry.size()),
                entry.locked(),
                method == 0);
    }

    @Override
    public List<Member> members() {
        return members;
    }

    @Override
    public void read(Member member, OutputStream target) throws IOException {
        ZipEntry entry = entries.entries().get(member.index());
        if (entry.locked()) {
            byte[] password = unlocked().orElseThrow().bytes();
            session.piece(own -> decrypt(entry, password, own, target));
            return;
        }
        try (InputStream in = entries.decode(entry, entry.method(), entries.data(entry), true, new ZipMethods())) {
            in.transferTo(target);
        }
    }

    private void decrypt(ZipEntry entry, byte[] password, Session own, OutputStream target) {
        try {
            if (!unlocking.decode(entry, password, own, target)) {
                throw Refusal.of("archive.encryption", Location.ofPart(entry.shown()), "another password");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Unlocking.Key> unlocked() {
        if (!searched) {
            key = unlocking.key();
            searched = true;
        }
        return key;
    }

    @Override
    public Optional<String> password() {
        return unlocked().map(Unlocking.Key::password);
    }

    @Override
    public boolean weaklyEncrypted() {
        return unlocked().isPresent()
                && !Unlocking.strongest(members.stream()
                        .filter(member -> member.kind() == MemberKind.FILE)
                        .map(member -> entries.entries().get(member.index())));
    }

    ZipEntries entries() {
        return entries;
    }

    @Override
    public void close() {
        entries.close();
    }
}
