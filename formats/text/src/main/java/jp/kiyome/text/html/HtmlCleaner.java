package jp.kiyome.text.html;

import java.util.Optional;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.text.chars.Losses;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/**
 * Rebuilds a document of HTML in memory. For files, and for the bodies of messages. What comes out is parsed again and has to be
 * the tree that was written, so that no reader sees another (mutation XSS).
 *
 * <p>Stateless; threads may share it.
 */
public final class HtmlCleaner {

    /** Characters of a document. */
    public static final int LONGEST = 8 << 20;

    /** Tags and comments in a document. */
    public static final int MOST_TAGS = 300_000;

    private static final int DEEPEST = 200;
    private static final int MOST_ROUNDS = 8;

    private HtmlCleaner() {}

    /**
     * The document with what is allowed alone.
     *
     * @param encoding in which it will be written; what that has not is written by number
     * @param losses takes the characters that go
     * @throws Refusal {@code html.too-large}, or {@code html.unstable} where no stable tree is found
     */
    public static String clean(String html, Encoding encoding, HtmlHost host, Losses losses, Budget budget) {
        return HtmlWriter.page(model(html, encoding, host, losses, budget), encoding);
    }

    /** The same, before it is written. */
    public static HtmlPage model(String html, Encoding encoding, HtmlHost host, Losses losses, Budget budget) {
        HtmlPage page = new HtmlFilter(host, losses).page(parse(html, budget));
        for (int round = 0; round < MOST_ROUNDS; round++) {
            String written = HtmlWriter.page(page, encoding);
            HtmlPage again = new HtmlFilter(new OurOwn(host), new Losses("")).page(parse(written, budget));
            if (again.equals(page)) {
                return page;
            }
            page = again;
        }
        throw Refusal.of("html.unstable", "");
    }

    private static Document parse(String html, Budget budget) {
        if (html.length() > LONGEST || html.chars().filter(c -> c == '<').count() > MOST_TAGS) {
            throw Refusal.of("html.too-large", Integer.toString(html.length()));
        }
        budget.decode(html.length());
        // HTML, 13.2.3.5: line ends are made one before anything else; jsoup leaves that to its caller.
        String lines = html.replace("\r\n", "\n").replace('\r', '\n');
        Document document = Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(lines, "");
        budget.checkTime();
        return document;
    }

    /** For reading what was just written: its pictures are rebuilt already, and nothing is told twice. */
    private record OurOwn(HtmlHost first) implements HtmlHost {

        @Override
        public void found(String kind, Action action, String place, String detail) {}

        @Override
        public Optional<String> picture(String source, String place) {
            return Optional.of(source);
        }

        @Override
        public Optional<String> link(String target) {
            return first.link(target);
        }
    }
}
