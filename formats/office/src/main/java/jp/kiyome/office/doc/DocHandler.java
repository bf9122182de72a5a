package jp.kiyome.office.doc;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import jp.kiyome.office.doc.file.Parts;
import jp.kiyome.office.doc.read.DocOptions;
import jp.kiyome.office.doc.read.DocReader;
import jp.kiyome.office.doc.write.DocWriter;
import jp.kiyome.office.lock.OutputLock;
import jp.kiyome.office.ole.OleDocument;
import jp.kiyome.office.ole.OleKind;
import jp.kiyome.office.ole.OleWriter;

/**
 * Rebuilds documents and templates of Word 97 to 2003, locked ones too, where a password at hand opens them. Threads may share it.
 *
 * <p>Source: [MS-DOC].
 */
public final class DocHandler implements Handler {

    private static final class Kind {
        static final OleKind DOC = OleKind.named("doc");
    }

    @Override
    public List<FileType> types() {
        return DocType.SUPPORTED;
    }

    @Override
    public List<FileType> unsupported() {
        return DocType.UNSUPPORTED;
    }

    @Override
    public List<PolicyOption> options() {
        return DocOptions.ALL;
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return DocType.of(content, budget);
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        OleDocument file = OleDocument.open(content, Kind.DOC, session);
        Parts read = Parts.read(file, session);
        Parts parts = read.password().isPresent() && OutputLock.opens(session) ? read.withoutLock() : read;
        Map<String, Content> streams = DocWriter.write(DocReader.read(parts, session), session);
        if (!parts.current()) {
            session.found(
                    Finding.of("rc4.re-encrypted", Action.CHANGED, Location.ofPart("WordDocument"), parts.lock()));
        }
        OleWriter.write(Kind.DOC, streams, file.properties(), out);
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        Sink again = session.scratch();
        rebuild(type, output, again, session);
        OutputNotClean.unlessSame(output, again.finish());
    }
}
