package jp.kiyome.container.zip;

import java.util.List;
import java.util.function.Consumer;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;

/** What an archive's central directory lists, at a glance: nothing of it is checked against the members. Immutable. */
public final class ZipListing {

    private final Content content;
    private final EndRecord end;
    private final List<CentralEntry> entries;
    private final List<String> names;

    private ZipListing(Content content, EndRecord end, List<CentralEntry> entries) {
        LittleEndian in = new LittleEndian(content);
        this.content = content;
        this.end = end;
        this.entries = entries;
        this.names = entries.stream()
                .map(entry -> EntryName.read(in, entry).text().replace('\\', '/'))
                .toList();
    }

    /** @throws Refusal when the directory cannot be read, or is longer than {@code longest} bytes */
    static ZipListing read(Content content, long longest) {
        LittleEndian in = new LittleEndian(content);
        EndRecord end = EndRecord.find(in);
        if (end.directory().length() > longest) {
            throw Refusal.of("zip.directory", end.directory().length() + " bytes");
        }
        return new ZipListing(content, end, CentralDirectory.read(in, end));
    }

    /** In the order of the directory, {@code /} between their steps. */
    public List<String> names() {
        return names;
    }

    /**
     * The archive itself, as {@link ZipArchive#open} reads it, without reading the directory again.
     *
     * @throws Refusal as there
     */
    public ZipArchive open(Budget budget, Consumer<Finding> findings) {
        return ZipArchive.open(content, end, entries, budget, findings);
    }
}
