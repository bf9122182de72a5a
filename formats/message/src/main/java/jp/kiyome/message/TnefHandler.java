package jp.kiyome.message;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.message.child.MessageOptions;
import jp.kiyome.message.keep.MessageRebuild;
import jp.kiyome.message.mapi.ItemKeeper;
import jp.kiyome.message.mapi.MapiItem;
import jp.kiyome.message.tnef.TnefReader;
import jp.kiyome.message.tnef.TnefWriter;

/** Rebuilds TNEF files that stand alone ([MS-OXTNEF]); those in mail are opened by the mail's handler. Stateless; threads share it. */
public final class TnefHandler implements Handler {

    static final FileType TYPE = FileType.of("tnef", "application/vnd.ms-tnef", "dat", "tnef");

    @Override
    public List<FileType> types() {
        return List.of(TYPE);
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return TnefReader.isTnef(content) ? Optional.of(TYPE) : Optional.empty();
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
        session.budget().checkTime();
        MapiItem item = TnefReader.read(content, session);
        MapiItem clean = new ItemKeeper(session, verifying).message(item, "");
        if (!verifying && session.policy().choice(MessageOptions.TNEF).equals("eml")) {
            session.converts(MessageHandler.TYPE);
            session.found(Finding.of("message.converted", Action.CHANGED, Location.wholeFile(), "eml"));
            MessageRebuild.of(clean, session).write(out);
            return;
        }
        TnefWriter.write(clean, out, session::scratch);
    }
}
