package jp.kiyome.office.odf;

import java.util.List;
import java.util.Optional;
import jp.kiyome.container.zip.CanonicalZip;
import jp.kiyome.container.zip.ComparedZip;
import jp.kiyome.container.zip.WrittenZip;
import jp.kiyome.container.zip.ZipArchive;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/**
 * Rebuilds texts, spreadsheets, presentations, drawings and formulas of OpenDocument, with their templates, as packages and as flat
 * files, with a password too. Threads may share it.
 *
 * <p>Source: OASIS OpenDocument 1.0 to 1.4.
 */
public final class OdfHandler implements Handler {

    private static final int DEFLATE_LEVEL = 4;

    @Override
    public List<FileType> types() {
        return OdfType.supportedTypes();
    }

    @Override
    public List<FileType> unsupported() {
        return OdfType.unsupportedTypes();
    }

    @Override
    public List<PolicyOption> options() {
        return OdfOptions.ALL;
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return OdfRecognition.recognize(content, budget);
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        OdfType odf = OdfType.of(type);
        if (odf.flat()) {
            FlatDocument.rebuild(content, out, session);
            return;
        }
        try (ZipArchive archive = ZipArchive.open(content, session.budget(), session::found);
                WrittenZip zip = new WrittenZip(out, session.scratch(), DEFLATE_LEVEL)) {
            new PackageRebuild(odf, new OdfPackage(archive, session), zip).run();
        }
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        OdfType odf = OdfType.of(type);
        if (odf.flat()) {
            FlatDocument.verify(output, session);
            return;
        }
        try (ZipArchive archive = ZipArchive.open(output, session.budget(), session::found);
                ComparedZip zip = new ComparedZip(archive)) {
            CanonicalZip.check(archive);
            new PackageRebuild(odf, new OdfPackage(archive, session), zip).run();
        }
    }
}
