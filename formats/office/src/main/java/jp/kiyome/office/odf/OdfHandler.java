package jp.kiyome.office.odf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
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
import jp.kiyome.office.lock.OutputLock;
import jp.kiyome.office.output.ComparedOutput;

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
        session.budget().checkTime();
        OdfType odf = OdfType.of(type);
        if (odf.flat()) {
            FlatDocument.rebuild(content, out, session);
            return;
        }
        try (ZipArchive archive = ZipArchive.open(content, session.budget(), session::found)) {
            OdfPackage source = new OdfPackage(archive, session);
            if (source.manifest().encrypted()) {
                locked(odf, source, out, session);
            } else {
                rebuild(odf, source, out, session);
            }
        }
    }

    private static void rebuild(OdfType odf, OdfPackage source, Sink out, Session session) {
        try (WrittenZip zip = new WrittenZip(out, session.scratch(), DEFLATE_LEVEL)) {
            new PackageRebuild(odf, source, zip).run();
        }
    }

    /** Opens, rebuilds what is inside, and locks with the same password. */
    private static void locked(OdfType odf, OdfPackage source, OutputStream out, Session session) {
        OdfLock lock = new OdfLock(source.archive(), source.manifest(), session);
        String password = lock.password();
        Sink plain = session.scratch();
        try (ZipArchive opened = ZipArchive.open(lock.opened(password), session.budget(), session::found)) {
            rebuild(odf, new OdfPackage(opened, session), plain, session);
        }
        Content rebuilt = plain.finish();
        if (OutputLock.opens(session)) {
            copy(rebuilt, out);
        } else {
            OdfLock.lock(rebuilt, password, out, session);
        }
    }

    private static void copy(Content content, OutputStream out) {
        try {
            content.stream().transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
            OdfPackage source = new OdfPackage(archive, session);
            if (source.manifest().encrypted()) {
                ComparedOutput compared = new ComparedOutput(output);
                locked(odf, source, compared, session);
                compared.close();
            } else {
                new PackageRebuild(odf, source, zip).run();
            }
        }
    }
}
