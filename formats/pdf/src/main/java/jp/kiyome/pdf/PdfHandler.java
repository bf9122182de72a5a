package jp.kiyome.pdf;

import java.util.List;
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
import jp.kiyome.pdf.crypt.Aes256Lock;
import jp.kiyome.pdf.keep.Attachments;
import jp.kiyome.pdf.keep.Information;
import jp.kiyome.pdf.keep.Rebuild;
import jp.kiyome.pdf.read.PdfFile;
import jp.kiyome.pdf.write.CleanFile;
import jp.kiyome.pdf.write.FileWriter;
import jp.kiyome.pdf.write.StreamStore;

/** Rebuilds PDF files (ISO 32000-2). What is kept stands in {@code pdf.allow} and {@code operators.allow}. Stateless; threads share it. */
public final class PdfHandler implements Handler {

    /** The same choice as for office documents. */
    private static final PolicyOption PASSWORD = PolicyOption.of("document.password", "keep", "open");

    static final FileType TYPE = FileType.of("pdf", "application/pdf", "pdf");

    @Override
    public List<FileType> types() {
        return List.of(TYPE);
    }

    @Override
    public List<PolicyOption> options() {
        return List.of(Attachments.OPTION, Information.OPTION, PASSWORD);
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return Header.of(content).isPresent() ? Optional.of(TYPE) : Optional.empty();
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

    private static void write(Content content, Sink out, Session session, boolean comparing) {
        // Small files end before the first check inside a loop.
        session.budget().checkTime();
        Header header = Header.of(content).orElseThrow();
        if (header.offset() > 0) {
            session.found(Finding.of("pdf.before-header", Action.REMOVED, Location.wholeFile()));
        }
        if (Header.trailing(content)) {
            session.found(Finding.of("pdf.after-end", Action.REMOVED, Location.wholeFile()));
        }
        PdfFile file =
                PdfFile.open(content, header.offset(), session.budget(), session.passwords(), new ToldTrouble(session));
        StreamStore store = new StreamStore(session.scratch(), comparing);
        CleanFile clean = Rebuild.of(file, store, session);
        Content data = store.finish();
        boolean opens =
                !file.password().isEmpty() && session.policy().choice(PASSWORD).equals("open");
        if (opens) {
            session.found(Finding.of("pdf.opened", Action.CHANGED, Location.wholeFile()));
        }
        if (file.password().isEmpty() || opens) {
            FileWriter.write(clean, data, Optional.empty(), out);
            return;
        }
        Sink plain = session.scratch();
        FileWriter.write(clean, data, Optional.empty(), plain);
        Aes256Lock lock = new Aes256Lock(file.password(), plain.finish(), session.budget());
        FileWriter.write(clean, data, Optional.of(lock), out);
    }
}
