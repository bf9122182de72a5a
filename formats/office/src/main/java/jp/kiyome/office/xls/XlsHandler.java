package jp.kiyome.office.xls;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.container.cfb.CompoundFile;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.office.crypto.rc4.KnownPasswords;
import jp.kiyome.office.lock.OutputLock;
import jp.kiyome.office.ole.OleDocument;
import jp.kiyome.office.ole.OleKind;
import jp.kiyome.office.ole.OleWriter;

/**
 * Rebuilds workbooks of Excel 97 to 2003, with a password too. Threads may share it.
 *
 * <p>Source: [MS-XLS].
 */
public final class XlsHandler implements Handler {

    static final FileType TYPE = FileType.of("xls", "application/vnd.ms-excel", "xls", "xlt", "xla");

    /** Excel 5 and 95: another form of the same records. */
    static final FileType OLD = FileType.of("xls-95", "application/vnd.ms-excel", "xls", "xlt", "xla", "xlw");

    private static final String STREAM = "Workbook";

    private static final class Kind {
        static final OleKind XLS = OleKind.named("xls");
    }

    @Override
    public List<FileType> types() {
        return List.of(TYPE);
    }

    @Override
    public List<FileType> unsupported() {
        return List.of(OLD);
    }

    @Override
    public List<PolicyOption> options() {
        return XlsOptions.all();
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        Optional<List<String>> names = CompoundFile.rootNames(content, budget);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        if (names.get().stream().anyMatch(STREAM::equalsIgnoreCase)) {
            return Optional.of(TYPE);
        }
        return names.get().stream().anyMatch("Book"::equalsIgnoreCase) ? Optional.of(OLD) : Optional.empty();
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        write(content, out, session, false);
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        Sink again = session.scratch();
        write(output, again, session, true);
        OutputNotClean.unlessSame(output, again.finish());
    }

    private static void write(Content content, Sink out, Session session, boolean verifying) {
        OleDocument document = OleDocument.open(content, Kind.XLS, session);
        Content stream = document.stream(STREAM);
        Optional<FilePass.Opened> opened = FilePass.open(stream, session);
        Content plain = opened.map(FilePass.Opened::plain).orElse(stream);
        Optional<String> password = OutputLock.of(opened.map(FilePass.Opened::password), session);
        Content rebuilt = new WorkbookRebuild(plain, session, password).run();
        OleWriter.write(Kind.XLS, Map.of(STREAM, rebuilt), document.properties(), out);
        if (!verifying && password.isPresent()) {
            opened.ifPresent(lock -> tell(lock, session));
        }
        if (document.has("Book")) {
            session.found(Finding.of("xls.second-workbook", Action.REMOVED, Location.ofPart("Book")));
        }
    }

    private static void tell(FilePass.Opened lock, Session session) {
        Location where = Location.ofPart(STREAM).at("FilePass");
        if (!lock.current()) {
            session.found(Finding.of("rc4.re-encrypted", Action.CHANGED, where, lock.algorithm()));
            if (lock.password().equals(KnownPasswords.DEFAULT)) {
                session.found(Finding.of("crypto.default-password", Action.KEPT, where));
            }
        }
    }
}
