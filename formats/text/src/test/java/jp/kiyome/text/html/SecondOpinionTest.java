package jp.kiyome.text.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.text.chars.Losses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.owasp.html.HtmlChangeListener;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** Another sanitizer, with the same elements allowed, finds nothing to take out of what comes out. */
class SecondOpinionTest {

    private static final PolicyFactory OTHER = new HtmlPolicyBuilder()
            .allowElements(
                    "html",
                    "head",
                    "body",
                    "meta",
                    "title",
                    "a",
                    "abbr",
                    "b",
                    "blockquote",
                    "br",
                    "code",
                    "div",
                    "em",
                    "font",
                    "h1",
                    "h2",
                    "hr",
                    "i",
                    "img",
                    "li",
                    "ol",
                    "p",
                    "pre",
                    "q",
                    "rp",
                    "rt",
                    "ruby",
                    "s",
                    "span",
                    "strong",
                    "sub",
                    "sup",
                    "table",
                    "tbody",
                    "td",
                    "th",
                    "tr",
                    "u",
                    "ul")
            .allowAttributes("charset")
            .onElements("meta")
            .allowAttributes("lang", "title", "class", "id", "dir", "style")
            .globally()
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("alt", "width", "height")
            .onElements("img")
            .allowAttributes("color", "face", "size")
            .onElements("font")
            .allowAttributes("colspan", "rowspan")
            .onElements("td", "th")
            .allowUrlProtocols("http", "https", "mailto")
            .allowWithoutAttributes("a", "span", "font", "img")
            .toFactory();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p onclick=x>a</p>",
                "<a href=\"java&#9;script:x\">b</a>",
                "<svg><style><img src=x onerror=y></style></svg>",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=x&gt;\">",
                "<noscript><p title=\"</noscript><img src=x onerror=y>\">",
                "<table><p>x<td>y<script>z</script></table>",
                "<p title='\"><img src=x onerror=y>'>t</p>",
                "<form><input><b>x</b></form>",
                "<b><p>a</b>b</p>",
                "<a href=https://example.invalid/?a=1&b=2>c</a>",
                "<ruby>漢<rp>(<rt>かん<rp>)</ruby>",
                "<pre>\n\n a</pre>",
                "<img src=http://example.invalid/x alt=\"`x\">",
                "<style>@import 'x'</style>d",
                "<div><![CDATA[x]]><?y?></div>"
            })
    void theOtherSanitizerFindsNothing(String html) {
        String clean = HtmlCleaner.clean(html, Encoding.UTF_8, new Quiet(), new Losses(""), budget());
        List<String> discarded = new ArrayList<>();
        OTHER.sanitize(clean, new Listener(), discarded);
        assertThat(discarded).as(clean).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a",
                "<table><tr><td>x<table>",
                "<b><i>x</b>y</i>",
                "<p><table></p>",
                "<select><option>a<b>c",
                "<a><a><a>",
                "<h1><h2>x",
                "<li><ul><li>",
                "<nobr><nobr>"
            })
    void cleaningTwiceChangesNothing(String html) {
        String once = HtmlCleaner.clean(html, Encoding.UTF_8, new Quiet(), new Losses(""), budget());
        assertThat(HtmlCleaner.clean(once, Encoding.UTF_8, new Quiet(), new Losses(""), budget()))
                .isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100_000})
    void depthIsBounded(int depth) {
        String html = "<div>".repeat(depth) + "x";
        assertThat(HtmlCleaner.clean(html, Encoding.UTF_8, new Quiet(), new Losses(""), budget()))
                .contains("x");
    }

    private static Budget budget() {
        return new Budget(Limits.defaults(), 1 << 20);
    }

    private record Quiet() implements HtmlHost {

        @Override
        public void found(String kind, Action action, String place, String detail) {}

        @Override
        public Optional<String> picture(String source, String place) {
            return Optional.empty();
        }
    }

    private static final class Listener implements HtmlChangeListener<List<String>> {

        @Override
        public void discardedTag(@Nullable List<String> discarded, String element) {
            Objects.requireNonNull(discarded).add(element);
        }

        @Override
        public void discardedAttributes(@Nullable List<String> discarded, String element, String... attributes) {
            Objects.requireNonNull(discarded).add(element + " " + String.join(" ", attributes));
        }
    }
}
