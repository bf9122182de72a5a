package jp.kiyome.text.html;

import java.io.OutputStream;
import java.util.List;
import jp.kiyome.core.charset.TextSink;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.text.chars.Losses;
import jp.kiyome.text.source.Tally;
import jp.kiyome.text.source.TextRebuilder;
import jp.kiyome.text.source.TextTypes;

/** Rebuilds HTML files. */
public final class HtmlRebuilder implements TextRebuilder {

    @Override
    public List<FileType> types() {
        return List.of(TextTypes.HTML);
    }

    @Override
    public void rebuild(FileType type, Content content, OutputStream out, Session session) {
        if (content.size() > HtmlCleaner.LONGEST * 4L) {
            throw Refusal.of("html.too-large", Long.toString(content.size()));
        }
        Charsets read = Charsets.of(content);
        Losses losses = new Losses("");
        Tally tally = new Tally();
        FileHost host = new FileHost(session, tally);
        String html = HtmlCleaner.clean(read.text(), read.written(), host, losses, session.budget());
        try (TextSink sink = new TextSink(out, read.written())) {
            sink.write(html, 0, html.length());
        }
        if (read.changed()) {
            tally.add("html.charset", Action.CHANGED, "", read.written().label());
        }
        losses.tell(session::found);
        tally.tell(session::found);
    }
}
