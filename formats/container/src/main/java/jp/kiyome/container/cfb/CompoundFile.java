package jp.kiyome.container.cfb;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.LimitReached;

/**
 * A compound file that every program reads the same way: every chain and every entry was followed when it was opened, each
 * sector has one owner, and streams are as long as they say. What programs could read differently is refused, what none shows
 * is a finding. The table of both stands in the module's README.
 *
 * <p>Memory: a bit for each sector, and four bytes for each sector of the directory, the tables and the mini stream.
 * Not thread-safe while it is opened, threads may share it afterwards; the content stays open.
 */
public final class CompoundFile {

    private final Content content;
    private final CompoundStorage root;
    private final SectorAllocation sectors;
    private final MiniAllocation miniSectors;

    private CompoundFile(Content content, CompoundStorage root, SectorAllocation sectors, MiniAllocation miniSectors) {
        this.content = content;
        this.root = root;
        this.sectors = sectors;
        this.miniSectors = miniSectors;
    }

    /**
     * Reads and checks everything but the bytes of streams.
     *
     * @param budget spends one entry for each of the directory, used or not
     * @param findings takes what will not be in any output: times, lost entries, bytes that belong to nothing
     * @throws Refusal with a {@code cfb.} code when the file is broken or programs would read it differently
     */
    public static CompoundFile open(Content content, Budget budget, Consumer<Finding> findings) {
        Bytes in = new Bytes(content);
        Header header = Header.read(in);
        Claims claims = new Claims();
        SectorAllocation sectors = SectorAllocation.read(in, header, claims);
        Directory directory = new Directory(in, header, sectors, claims);
        budget.entries(directory.size());
        CompoundStorage root = directory.tree();
        MiniAllocation mini = MiniAllocation.read(in, header, sectors, directory.root(), claims);
        long loose = new Occupation(in, sectors, mini, claims, budget).check(root);
        report("cfb.time", directory.times(), findings);
        report("cfb.lost-entry", directory.lost(), findings);
        report("cfb.loose-bytes", loose, findings);
        return new CompoundFile(content, root, sectors, mini);
    }

    /** Whether the content begins as compound files do. */
    public static boolean looksLikeCompoundFile(Content content) {
        return Header.starts(new Bytes(content));
    }

    /**
     * The names that the root lists, for telling types apart: of entries in the order of the format. Empty when the directory
     * cannot be read or read; streams are not looked at. Throws for bad input only {@link LimitReached}.
     */
    public static Optional<List<String>> rootNames(Content content, Budget budget) {
        if (!looksLikeCompoundFile(content)) {
            return Optional.empty();
        }
        try {
            Bytes in = new Bytes(content);
            Header header = Header.read(in);
            Claims claims = new Claims();
            SectorAllocation sectors = SectorAllocation.read(in, header, claims);
            Directory directory = new Directory(in, header, sectors, claims);
            budget.again(content.size()).entries(directory.size());
            return Optional.of(directory.rootNames());
        } catch (LimitReached whole) {
            throw whole;
        } catch (Refusal notReadable) {
            return Optional.empty();
        }
    }

    public CompoundStorage root() {
        return root;
    }

    /**
     * Reads a stream from its first byte to its last.
     *
     * @param stream of this file
     */
    public InputStream open(CompoundStream stream) {
        return new ChainStream(content, Occupation.of(stream, sectors, miniSectors), stream);
    }

    private static void report(String code, long count, Consumer<Finding> findings) {
        if (count > 0) {
            findings.accept(Finding.of(code, Action.REMOVED, Location.wholeFile(), Long.toString(count)));
        }
    }
}
