package jp.kiyome.message.child;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.spi.Surroundings;
import jp.kiyome.message.mime.Lines;

/**
 * A body in HTML on its way: given to the handler of HTML, and made text of where the policy says so. While an output is verified it stays
 * what it is. Not thread-safe.
 */
public final class HtmlBody {

    /** Ids of the types that bodies are rebuilt as. */
    private static final String PLAIN = "txt";

    private static final String HTML = "html";

    private final Session session;
    private final boolean verifying;
    private final boolean stays;

    public HtmlBody(Session session, boolean verifying) {
        this(session, verifying, false);
    }

    /** @param stays whether it stays HTML whatever the policy says, as a saved page does */
    public HtmlBody(Session session, boolean verifying, boolean stays) {
        this.session = session;
        this.verifying = verifying;
        this.stays = verifying || stays;
    }

    /**
     * What came of a body.
     *
     * @param body HTML, or a text
     * @param turned whether it is a text because the policy says so
     * @param whole whether the text is all of it: what a page does not show may be left out
     * @param beside the text to stand beside it, UTF-8 with CRLF
     */
    public record Kept(Nested body, boolean turned, boolean whole, Optional<Content> beside) {

        /** Whether it is HTML still. */
        public boolean isHtml() {
            return body instanceof Nested.Clean clean && HtmlBody.isHtml(clean);
        }
    }

    /**
     * Sends a body its way; it may turn out to be a text without a tag.
     *
     * @param name that nobody is shown, ending with {@code .html}
     * @param around pictures that it may show
     */
    public Kept keep(String name, Content utf8, Surroundings around) {
        String choice = stays ? "keep" : session.policy().choice(MessageOptions.HTML);
        Ear ear = new Ear(around, !verifying && (session.wantsExcerpt() || !choice.equals("keep")));
        Nested body = session.child(name, marked(utf8), Set.of(HTML, PLAIN), ear);
        if (!(body instanceof Nested.Clean clean) || !isHtml(clean) || choice.equals("keep")) {
            session.says(ear.heard.toString());
            return new Kept(body, false, true, Optional.empty());
        }
        TextBody text = new TextBody(session);
        Content lines =
                HeapContent.of(ear.heard.toString().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        Nested plain = text.plain(name.replaceFirst("html$", "txt"), lines);
        if (choice.equals("both") && plain instanceof Nested.Clean beside) {
            return new Kept(body, false, true, Optional.of(beside.content()));
        }
        return new Kept(plain, true, ear.whole, Optional.empty());
    }

    /** A byte order mark weighs more than what a page says of its charset; lines of a rebuilt page end with LF alone, a mail's with CRLF. */
    private Content marked(Content utf8) {
        Sink sink = session.scratch();
        byte[] mark = Encoding.UTF_8.byteOrderMark();
        sink.write(mark, 0, verifying ? 0 : mark.length);
        Lines lines = new Lines(utf8, 0, utf8.size());
        while (lines.next()) {
            TextBody.copy(utf8, lines.start(), lines.end(), sink);
            sink.write('\n');
        }
        return sink.finish();
    }

    private static boolean isHtml(Nested.Clean clean) {
        return clean.type().id().equals(HTML);
    }

    /** Hears what a page reads like. */
    private static final class Ear implements Surroundings {

        private final Surroundings around;
        private final boolean listens;
        private final StringBuilder heard = new StringBuilder();
        private boolean whole = true;

        Ear(Surroundings around, boolean listens) {
            this.around = around;
            this.listens = listens;
        }

        @Override
        public Optional<String> picture(String address) {
            return around.picture(address);
        }

        @Override
        public boolean listens() {
            return listens;
        }

        @Override
        public void hear(String text, boolean all) {
            heard.append(text);
            whole = all;
        }
    }
}
