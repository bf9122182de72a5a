package jp.kiyome.container.zip;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/**
 * The members of a ZIP archive before anybody judges their names: where they lie, and that all headers agree. What a reader of
 * packages refuses but an archiver can mend (paths that climb, names that stand twice, links, encryption, rare methods) is left
 * to the caller; every other rule is that of {@link ZipArchive}.
 *
 * <p>Not thread-safe. Closing it frees the decoders; the content stays open.
 */
public final class ZipEntries implements AutoCloseable {

    /** AES encryption (APPNOTE 7.2 names the method; the field is the one of WinZip's AE-1 and AE-2). */
    private static final int AES = 0x9901;

    private static final int UNICODE_PATH = 0x7075;

    private final Content content;
    private final Budget budget;
    private final List<ZipEntry> entries;
    private final Inflaters inflaters = new Inflaters();

    private ZipEntries(Content content, Budget budget, List<ZipEntry> entries) {
        this.content = content;
        this.budget = budget;
        this.entries = List.copyOf(entries);
    }

    private record PlacedEntry(String name, ZipEntry entry, Span whole) implements Placed {

        @Override
        public Span data() {
            return new Span(entry.dataAt(), entry.compressedSize());
        }
    }

    /**
     * Reads the central directory and all local headers, no member's bytes.
     *
     * @param budget spends one entry for each member now, and their bytes when they are read
     * @param findings takes what will not be in any output: comments, extra fields, gaps
     */
    public static ZipEntries open(Content content, Budget budget, Consumer<Finding> findings) {
        LittleEndian in = new LittleEndian(content);
        EndRecord end = EndRecord.find(in);
        budget.entries(end.entries());
        List<PlacedEntry> placed = new ArrayList<>();
        for (CentralEntry entry : CentralDirectory.read(in, end)) {
            placed.add(placed(in, entry, findings));
        }
        new Layout(in, findings).check(end, placed);
        return new ZipEntries(
                content, budget, placed.stream().map(PlacedEntry::entry).toList());
    }

    private static PlacedEntry placed(LittleEndian in, CentralEntry entry, Consumer<Finding> findings) {
        byte[] raw = in.bytes(entry.name());
        String shown = new String(raw, StandardCharsets.UTF_8);
        GeneralFlags.requireForArchive(entry.flags(), shown);
        LocalHeader local = LocalHeader.read(in, entry, shown);
        Optional<String> unicode = EntryName.unicodePath(in, raw, entry.extra());
        Optional<String> localUnicode = EntryName.unicodePath(in, raw, local.extra());
        if (unicode.isPresent() && localUnicode.isPresent() && !unicode.equals(localUnicode)) {
            throw Refusal.of("zip.disagreement", Location.ofPart(shown), "Unicode path");
        }
        ZipEntry read = new ZipEntry(
                shown,
                raw,
                GeneralFlags.utf8(entry.flags()),
                unicode.or(() -> localUnicode),
                (entry.flags() & GeneralFlags.LOCKED) != 0,
                entry.flags(),
                entry.method(),
                entry.extra().bytesOf(AES, in),
                entry.time(),
                entry.attributes(),
                entry.crc32(),
                entry.compressedSize(),
                entry.size(),
                entry.headerAt(),
                local.data().at());
        report(in, entry, local, findings);
        return new PlacedEntry(shown, read, PlacedMember.whole(in, entry, local, shown));
    }

    private static void report(
            LittleEndian in, CentralEntry entry, LocalHeader local, Consumer<Finding> findings) {
        if (!entry.comment().isEmpty()) {
            findings.accept(Finding.of("zip.comment", Action.REMOVED, Location.wholeFile()));
        }
        List<Integer> ids = new ArrayList<>(entry.extra().telling(in));
        ids.addAll(local.extra().telling(in));
        for (int id : ids) {
            if (id != AES && id != UNICODE_PATH) {
                String word = String.format(Locale.ROOT, "0x%04x", id);
                findings.accept(Finding.of("zip.extra-field", Action.REMOVED, Location.wholeFile(), word));
            }
        }
    }

    /** In the order of the central directory. */
    public List<ZipEntry> entries() {
        return entries;
    }

    /** The bytes of a member as they stand in the archive. */
    public Content data(ZipEntry entry) {
        return content.slice(entry.dataAt(), entry.compressedSize());
    }

    /** A way to decode other methods than 0 and 8. */
    public interface OtherMethods {

        /**
         * Opens a member's bytes.
         *
         * @throws Refusal for a method that it does not know
         */
        InputStream decode(int method, ZipEntry entry, Content encoded);
    }

    /**
     * Decodes a member's bytes. Together with the last byte it is certain that size and CRC-32 are as declared and that nothing
     * is hidden behind the end of the compressed stream; else that read throws {@link Refusal}.
     *
     * @param method how {@code plain} is compressed
     * @param plain the member's bytes, decrypted
     * @param summed whether the entry declares a CRC-32
     */
    public InputStream decode(ZipEntry entry, int method, Content plain, boolean summed, OtherMethods others) {
        Storage storage = method == Storage.STORED.method() ? Storage.STORED : Storage.DEFLATED;
        ZipMember member = new ZipMember(
                entry.shown(), storage, plain.size(), entry.size(), entry.crc32(), entry.headerAt(), entry.dataAt());
        MemberDecoder decoder;
        if (method == Storage.STORED.method()) {
            decoder = new StoredDecoder(plain);
        } else if (method == Storage.DEFLATED.method()) {
            decoder = new DeflateDecoder(member, plain, inflaters, budget);
        } else {
            decoder = new StreamDecoder(entry.shown(), others.decode(method, entry, plain));
        }
        return new MemberStream(member, decoder, budget, summed);
    }

    @Override
    public void close() {
        inflaters.close();
    }
}
