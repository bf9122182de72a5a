package jp.kiyome.office.ppt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kiyome.container.cfb.CompoundFile;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
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
import jp.kiyome.office.escher.DrawingSet;
import jp.kiyome.office.ole.OleDocument;
import jp.kiyome.office.ole.OleKind;
import jp.kiyome.office.ole.OleOptions;
import jp.kiyome.office.ole.OleWriter;

/**
 * Rebuilds presentations, shows and templates of PowerPoint 97 to 2003, with a password too. Those of PowerPoint 95 and before are
 * told apart and blocked. Threads may share it.
 *
 * <p>Source: [MS-PPT].
 */
public final class PptHandler implements Handler {

    static final FileType PPT = FileType.of("ppt", "application/vnd.ms-powerpoint", "ppt", "pps", "pot");

    private static final FileType PPT_95 = FileType.of("ppt-95", "application/x-powerpoint-95", "ppt");
    private static final String STREAM_95 = "PP40";

    private static final OleKind KIND = OleKind.named("ppt");

    @Override
    public List<FileType> types() {
        return List.of(PPT);
    }

    @Override
    public List<FileType> unsupported() {
        return List.of(PPT_95);
    }

    @Override
    public List<PolicyOption> options() {
        return Stream.concat(OleOptions.ALL.stream(), Comments.OPTIONS.stream()).toList();
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return CompoundFile.rootNames(content, budget).flatMap(PptHandler::byNames);
    }

    private static Optional<FileType> byNames(List<String> names) {
        if (names.stream().anyMatch(PresentationReader.STREAM::equalsIgnoreCase)) {
            return Optional.of(PPT);
        }
        return names.stream().anyMatch(STREAM_95::equalsIgnoreCase) ? Optional.of(PPT_95) : Optional.empty();
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        OleDocument document = OleDocument.open(content, KIND, session);
        Content stream = document.stream(PresentationReader.STREAM);
        CurrentUser user = CurrentUser.read(document.stream(CurrentUser.STREAM));
        if (user.namesUser()) {
            session.found(Finding.of("ppt.user-name", Action.REMOVED, Location.ofPart(CurrentUser.STREAM)));
        }
        Edits edits = Edits.read(stream, user.edit(), session.budget());
        Content packed = document.optional(Pictures.STREAM).orElse(HeapContent.of(new byte[0]));
        Unlocked open = Unlocked.of(stream, packed, edits, session);
        DrawingSet drawings = new DrawingSet(session, Location.ofPart(PresentationReader.STREAM));
        Pictures pictures = new Pictures(open.pictures());
        Presentation presentation = new PresentationReader(session, open.stream(), edits, pictures, drawings).read();
        Map<String, Content> streams = new PresentationWriter(session, drawings, presentation).streams(open.password());
        pictures.reportLoose(session);
        OleWriter.write(KIND, streams, document.properties(), out);
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        Sink again = session.scratch();
        rebuild(type, output, again, session);
        OutputNotClean.unlessSame(output, again.finish());
    }
}
