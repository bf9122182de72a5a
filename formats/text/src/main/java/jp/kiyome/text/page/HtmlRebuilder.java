package jp.kiyome.text.page;

import java.io.OutputStream;
import java.util.List;
import jp.kiyome.core.charset.TextSink;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.text.chars.Losses;
import jp.kiyome.text.html.Charsets;
import jp.kiyome.text.html.FileHost;
import jp.kiyome.text.html.HtmlCleaner;
import jp.kiyome.text.html.HtmlPage;
import jp.kiyome.text.html.HtmlWriter;
import jp.kiyome.text.plain.HtmlToText;
import jp.kiyome.text.plain.TextLayout;
import jp.kiyome.text.source.Tally;
import jp.kiyome.text.source.TextRebuilder;
import jp.kiyome.text.source.TextTypes;

/** Rebuilds HTML files, and tells a message what its page reads like. */
public final class HtmlRebuilder implements TextRebuilder {

    /** What becomes of text that a page does not show, where the page is turned into text. */
    public static final PolicyOption HIDDEN = PolicyOption.of("html.hidden-text", "drop", "mark");

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
        HtmlPage page = HtmlCleaner.model(read.text(), read.written(), host, losses, session.budget());
        String html = HtmlWriter.page(page, read.written());
        try (TextSink sink = new TextSink(out, read.written())) {
            sink.write(html, 0, html.length());
        }
        if (read.changed()) {
            tally.add("html.charset", Action.CHANGED, "", read.written().label());
        }
        losses.tell(session::found);
        tally.tell(session::found);
        if (session.around().listens()) {
            tell(page, session);
        }
    }

    private static void tell(HtmlPage page, Session session) {
        String all = HtmlToText.of(page, new TextLayout(0, TextLayout.Hidden.MARKED), session.budget());
        String shown = session.policy().choice(HIDDEN).equals("mark")
                ? all
                : HtmlToText.of(page, TextLayout.unbroken(), session.budget());
        session.around().hear(shown, shown.equals(all));
    }
}
