package jp.kiyome.text.plain;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.text.chars.Losses;
import jp.kiyome.text.html.HtmlCleaner;
import jp.kiyome.text.html.HtmlHost;
import jp.kiyome.text.html.HtmlPage;

/**
 * HTML as people would type it: headings, lists, tables in columns, links as {@code label <target>} with the real target,
 * pictures by their text, readings as base（reading）, quotes with {@code > }. For bodies of mail.
 *
 * <p>What scripts, forms and frames hold is gone, as in a rebuilt file; characters that deceive too. The result is a function of the
 * document and the layout alone. Stateless; threads may share it.
 */
public final class HtmlToText {

    private HtmlToText() {}

    /**
     * The text, its lines ended by LF; empty where the document shows none.
     *
     * @throws Refusal where the document is too large ({@link HtmlCleaner#LONGEST}) or cannot be read in one way
     */
    public static String of(String html, TextLayout layout, Budget budget) {
        return of(HtmlCleaner.model(html, Encoding.UTF_8, new TextOnly(), new Losses(""), budget), layout, budget);
    }

    /** The text of a page that was rebuilt already. */
    public static String of(HtmlPage page, TextLayout layout, Budget budget) {
        Renderer renderer = new Renderer(layout, new Visibility(page));
        List<String> lines = renderer.lines(List.of(page.body()), layout.width(), "white");
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            budget.decode(line.length() + 1L);
            text.append(line).append('\n');
        }
        return text.toString();
    }

    /** No picture is looked at: only its text counts. */
    private record TextOnly() implements HtmlHost {

        @Override
        public void found(String kind, Action action, String place, String detail) {}

        @Override
        public Optional<String> picture(String source, String place) {
            return Optional.empty();
        }
    }
}
