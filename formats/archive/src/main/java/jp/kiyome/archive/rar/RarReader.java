package jp.kiyome.archive.rar;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jp.kiyome.archive.ArchiveReader;
import jp.kiyome.archive.Member;
import jp.kiyome.archive.MemberKind;
import jp.kiyome.archive.block.PathBytes;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.core.spi.Session;

/** A RAR archive as the rebuilder wants it. Members packed together are unpacked in their order. Not thread-safe. */
final class RarReader implements ArchiveReader {

    private static final ByteTarget NOWHERE = (bytes, offset, length) -> {};

    private final Content content;
    private final Session session;
    private final RarListing listing;
    private final List<Member> members;
    private final Passwords passwords;
    private final Chain chain;

    RarReader(Content content, RarListing listing, Session session) {
        this.content = content;
        this.session = session;
        this.listing = listing;
        this.passwords = new Passwords(session.passwords(), listing.password(), session.budget());
        this.chain = newChain();
        List<Member> read = new ArrayList<>();
        for (RarMember member : listing.members()) {
            read.add(new Member(
                    read.size(),
                    member.name(),
                    member.kind(),
                    member.time(),
                    OptionalLong.of(member.size()),
                    member.lock().isPresent(),
                    member.kind() == MemberKind.FILE && !member.isPacked()));
        }
        this.members = List.copyOf(read);
    }

    private Chain newChain() {
        return new Chain(content, listing.members(), passwords, session.budget());
    }

    /** For findings: the name with what is not ASCII as it happens to read. */
    static Location where(RarMember member) {
        return PathBytes.where(member.name().bytes());
    }

    @Override
    public List<Member> members() {
        return members;
    }

    @Override
    public void read(Member member, OutputStream target) throws IOException {
        int index = member.index();
        if (listing.members().get(index).lock().isPresent()
                && passwords.confirmed().isEmpty()) {
            passwords.confirm(fitting(index));
        }
        try {
            chain.unpack(index, passwords.confirmed().orElse(""), ByteTarget.of(target));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** The first password that a member can be unpacked with. */
    private String fitting(int index) {
        for (String candidate : passwords.candidates()) {
            if (chain.mayFit(index, candidate) && unpacks(index, candidate)) {
                return candidate;
            }
        }
        throw new PasswordNeeded("RAR, encrypted files");
    }

    private boolean unpacks(int index, String candidate) {
        try {
            newChain().unpack(index, candidate, NOWHERE);
            return true;
        } catch (LimitReached e) {
            throw e;
        } catch (Refusal wrong) {
            // Under a wrong password the bytes make no sense; under the right one broken data would not either.
            return false;
        }
    }

    @Override
    public Optional<String> password() {
        return passwords.confirmed();
    }

    @Override
    public boolean weaklyEncrypted() {
        return listing.members().stream()
                .flatMap(member -> member.lock().stream())
                .anyMatch(RarLock.Version4.class::isInstance);
    }

    @Override
    public void close() {}
}
