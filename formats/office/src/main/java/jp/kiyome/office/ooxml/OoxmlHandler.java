package jp.kiyome.office.ooxml;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kiyome.container.zip.CanonicalZip;
import jp.kiyome.container.zip.ComparedZip;
import jp.kiyome.container.zip.WrittenZip;
import jp.kiyome.container.zip.ZipArchive;
import jp.kiyome.container.zip.ZipOutput;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/**
 * Rebuilds documents, workbooks and presentations of Office Open XML, with their templates, macro-enabled and slide-show
 * variants. Threads may share it.
 *
 * <p>Source: ECMA-376, 5th edition, Transitional and Strict.
 */
public final class OoxmlHandler implements Handler {

    /** Chosen by measurement; see docs/performance.md. */
    static final int DEFLATE_LEVEL = 4;

    @Override
    public List<FileType> types() {
        return OoxmlType.supportedTypes();
    }

    @Override
    public List<FileType> unsupported() {
        return OoxmlType.unsupportedTypes();
    }

    @Override
    public List<PolicyOption> options() {
        return OoxmlOptions.ALL;
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return OoxmlRecognition.recognize(content, budget);
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        try (ZipArchive archive = ZipArchive.open(content, session.budget(), session::found);
                WrittenZip zip = new WrittenZip(out, session.scratch(), DEFLATE_LEVEL)) {
            rebuild(type, archive, zip, session);
        }
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        Consumer<Finding> findings = session::found;
        try (ZipArchive archive = ZipArchive.open(output, session.budget(), findings);
                ComparedZip zip = new ComparedZip(archive)) {
            CanonicalZip.check(archive);
            rebuild(type, archive, zip, session);
        }
    }

    private void rebuild(FileType type, ZipArchive archive, ZipOutput zip, Session session) {
        OoxmlRules rules = OoxmlRules.all();
        OpcPackage opc = new OpcPackage(archive, rules, session);
        new PackageRebuild(new PackageWalk(rules, OoxmlType.of(type), opc, session), zip).run();
    }
}
