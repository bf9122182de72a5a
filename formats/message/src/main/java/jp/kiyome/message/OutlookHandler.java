package jp.kiyome.message;

import java.util.List;
import java.util.Optional;
import jp.kiyome.container.cfb.CompoundFile;
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
import jp.kiyome.message.msg.MsgReader;
import jp.kiyome.message.msg.MsgWriter;

/** Rebuilds items of Outlook ([MS-OXMSG]). Stateless; threads share it. */
public final class OutlookHandler implements Handler {

    static final FileType TYPE = FileType.of("msg", "application/vnd.ms-outlook", "msg");

    @Override
    public List<FileType> types() {
        return List.of(TYPE);
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return CompoundFile.rootNames(content, budget)
                .filter(names -> names.contains("__properties_version1.0"))
                .map(names -> TYPE);
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
        MapiItem item = MsgReader.read(content, session);
        MapiItem clean = new ItemKeeper(session, verifying).message(item, "");
        if (!verifying && session.policy().choice(MessageOptions.MSG).equals("eml")) {
            session.converts(MessageHandler.TYPE);
            session.found(Finding.of("message.converted", Action.CHANGED, Location.wholeFile(), "eml"));
            MessageRebuild.of(clean, session).write(out);
            return;
        }
        MsgWriter.write(clean, out);
    }
}
