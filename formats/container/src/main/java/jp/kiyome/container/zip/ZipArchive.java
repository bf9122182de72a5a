package jp.kiyome.container.zip;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/**
 * A ZIP archive that every program reads the same way: whatever two programs could read differently is refused when it is
 * opened, whatever no program shows is a finding. The table of both stands in the module's README.
 *
 * <p>Not thread-safe. Closing it frees the decoders; the content stays open.
 */
public final class ZipArchive implements AutoCloseable {

    /** Central directories above this are not listed at a glance: some 150 000 members. */
    private static final long LISTED = 16 << 20;

    private final Content content;
    private final Budget budget;
    private final List<ZipMember> members;
    private final MemberNames names;
    private final Inflaters inflaters = new Inflaters();

    private ZipArchive(Content content, Budget budget, List<ZipMember> members) {
        this.content = content;
        this.budget = budget;
        this.members = List.copyOf(members);
        this.names = MemberNames.of(members);
    }

    /**
     * Reads the central directory and all local headers, no member's bytes.
     *
     * @param budget spends one entry for each member now, and their bytes when they are read
     * @param findings takes what will not be in any output: comments, extra fields, gaps
     * @throws Refusal with a {@code zip.} code when the archive is broken or programs would read it differently
     */
    public static ZipArchive open(Content content, Budget budget, Consumer<Finding> findings) {
        LittleEndian in = new LittleEndian(content);
        EndRecord end = EndRecord.find(in);
        budget.entries(end.entries());
        return placed(content, end, CentralDirectory.read(in, end), budget, findings);
    }

    static ZipArchive open(
            Content content, EndRecord end, List<CentralEntry> entries, Budget budget, Consumer<Finding> findings) {
        budget.entries(end.entries());
        return placed(content, end, entries, budget, findings);
    }

    private static ZipArchive placed(
            Content content, EndRecord end, List<CentralEntry> entries, Budget budget, Consumer<Finding> findings) {
        LittleEndian in = new LittleEndian(content);
        List<PlacedMember> placed = entries.stream()
                .map(entry -> PlacedMember.read(in, entry, findings))
                .toList();
        new Layout(in, findings).check(end, placed);
        return new ZipArchive(
                content, budget, placed.stream().map(PlacedMember::member).toList());
    }

    /** Whether the content begins as archives do: with a local header, or with the end of an empty archive. */
    public static boolean looksLikeZip(Content content) {
        if (content.size() < EndRecord.SIZE) {
            return false;
        }
        long signature = new LittleEndian(content).u32(0);
        return signature == LocalHeader.SIGNATURE || signature == EndRecord.SIGNATURE;
    }

    /** What the archive lists, for telling types apart; empty when it has no readable directory. Never throws. */
    public static Optional<ZipListing> listing(Content content) {
        try {
            return Optional.of(ZipListing.read(content, LISTED));
        } catch (Refusal notReadable) {
            return Optional.empty();
        }
    }

    /** In the order of the central directory. */
    public List<ZipMember> members() {
        return members;
    }

    /** The member of exactly this name. */
    public Optional<ZipMember> member(String name) {
        return names.exactly(name);
    }

    /** The member of this name in any case and Unicode normalization; there is one at most. */
    public Optional<ZipMember> memberIgnoringCase(String name) {
        return names.ignoringCase(name);
    }

    /**
     * Reads a member's bytes, decoding as it goes. Together with the last byte it is certain that size and CRC-32 are as
     * declared and that nothing is hidden behind the end of the deflate stream; else that read throws {@link Refusal}.
     *
     * @param member one of {@link #members}
     */
    public InputStream open(ZipMember member) {
        if (!member(member.name()).equals(Optional.of(member))) {
            throw new IllegalArgumentException("a member of another archive");
        }
        Content data = content.slice(member.dataAt(), member.compressedSize());
        MemberDecoder decoder =
                switch (member.storage()) {
                    case STORED -> new StoredDecoder(data);
                    case DEFLATED -> new DeflateDecoder(member, data, inflaters, budget);
                };
        return new MemberStream(member, decoder, budget);
    }

    Content content() {
        return content;
    }

    @Override
    public void close() {
        inflaters.close();
    }
}
