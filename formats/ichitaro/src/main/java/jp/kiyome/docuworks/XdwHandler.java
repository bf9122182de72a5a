package jp.kiyome.docuworks;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.docuworks.file.XdwFile;
import jp.kiyome.docuworks.file.XdwWriter;
import jp.kiyome.docuworks.keep.TreeFilter;
import jp.kiyome.docuworks.tree.Node;
import jp.kiyome.docuworks.tree.TreeReader;
import jp.kiyome.docuworks.tree.TreeWriter;

/** Rebuilds documents and binders of DocuWorks, generations 7 to 10; tells older ones apart. Stateless; threads share it. */
public final class XdwHandler implements Handler {

    static final FileType DOCUMENT = FileType.of("xdw", "application/vnd.fujixerox.docuworks", "xdw");
    static final FileType BINDER = FileType.of("xbd", "application/vnd.fujixerox.docuworks.binder", "xbd");
    static final FileType OLD = FileType.of("docuworks-old", "application/vnd.fujixerox.docuworks", "xdw");

    private static final int LEAST = 24;
    private static final int FIRST_GENERATION = 7;
    private static final int LAST_GENERATION = 10;

    @Override
    public List<FileType> types() {
        return List.of(DOCUMENT, BINDER);
    }

    @Override
    public List<FileType> unsupported() {
        return List.of(OLD);
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        if (content.size() < LEAST) {
            return Optional.empty();
        }
        if (content.littleEndian(0, 4) == 0x5744_5825L) {
            return Optional.of(OLD);
        }
        boolean header = content.byteAt(0) == 0x60
                && content.littleEndian(2, 2) == 0x0182
                && content.littleEndian(5, 3) == 0x000380
                && content.byteAt(8) == 0xC0;
        if (!header) {
            return Optional.empty();
        }
        int generation = content.byteAt(4);
        if (generation < FIRST_GENERATION || generation > LAST_GENERATION) {
            return Optional.of(OLD);
        }
        return switch (content.byteAt(9)) {
            case 0x13 -> Optional.of(DOCUMENT);
            case 0x14 -> Optional.of(BINDER);
            default -> Optional.empty();
        };
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        session.budget().checkTime();
        XdwFile file = XdwFile.read(content, session);
        if (!file.whole()) {
            session.found(Finding.of("docuworks.history", Action.REMOVED, Location.wholeFile()));
        }
        TreeFilter filter = new TreeFilter(file.entries(), session);
        Node root = new TreeReader(filter::referred, session.budget()).read(file.properties());
        if (root.kind() != file.kind()) {
            throw Refusal.of("docuworks.damaged", "a root of another kind");
        }
        byte[] tree = TreeWriter.write(filter.root(root));
        XdwWriter.write(file.generation(), file.kind(), filter.output(), tree, session, out);
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        Sink again = session.scratch();
        rebuild(type, output, again, session);
        OutputNotClean.unlessSame(output, again.finish());
    }
}
