package jp.kiyome.archive.handler;

import java.util.List;
import java.util.Optional;
import jp.kiyome.archive.ArchiveFormat;
import jp.kiyome.archive.ArchiveRebuilder;
import jp.kiyome.archive.cab.CabFormat;
import jp.kiyome.archive.lha.LhaFormat;
import jp.kiyome.archive.rar.RarFormat;
import jp.kiyome.archive.sevenz.SevenZFormat;
import jp.kiyome.archive.tar.TarFormat;
import jp.kiyome.archive.zip.ZipFormat;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** Rebuilds archives. Stateless; threads share it. */
public final class ArchiveHandler implements Handler {

    private static final ArchiveFormat ZIP = new ZipFormat();

    /** A new format is one word here. */
    private static final List<ArchiveFormat> FORMATS =
            List.of(ZIP, new TarFormat(), new SevenZFormat(), new LhaFormat(), new CabFormat(ZIP), new RarFormat(ZIP));

    private final ArchiveRebuilder rebuilder = new ArchiveRebuilder();

    @Override
    public List<FileType> types() {
        return FORMATS.stream().map(ArchiveFormat::type).toList();
    }

    @Override
    public List<FileType> unsupported() {
        return FORMATS.stream().flatMap(format -> format.unsupported().stream()).toList();
    }

    @Override
    public List<PolicyOption> options() {
        return rebuilder.options();
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return FORMATS.stream()
                .flatMap(format -> format.recognize(content, budget).stream())
                .findFirst();
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        rebuilder.rebuild(of(type), content, out, session);
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        rebuilder.verify(of(type), output, session);
    }

    private static ArchiveFormat of(FileType type) {
        return FORMATS.stream()
                .filter(format -> format.type().equals(type))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("not a type of this handler: " + type));
    }
}
