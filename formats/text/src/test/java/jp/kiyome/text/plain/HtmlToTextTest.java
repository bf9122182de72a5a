package jp.kiyome.text.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlToTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "<h1>題</h1>本文§■ 題¶¶本文",
                "<p>a<p>b§a¶¶b",
                "<div>a</div><div>b</div>§a¶b",
                "a<br>b§a¶b",
                "a  \t b§a b",
                "<ul><li>a<li>b</ul>§・ a¶・ b",
                "<ol start=9><li>a<li>b</ol>§9. a¶10. b",
                "<ol type=I><li>a<li>b</ol>§I. a¶II. b",
                "<ul><li>a<ul><li>b</ul></ul>§・ a¶   ・ b",
                "<blockquote>a<p>b</blockquote>§> a¶>¶> b",
                "<blockquote>a<blockquote>b</blockquote></blockquote>§> a¶>¶> > b",
                "<a href='http://example.invalid/x'>a</a>§a <http://example.invalid/x>",
                "<a href='http://example.invalid/'>http://bank.invalid/</a>§http://bank.invalid/ <http://example.invalid/>",
                "<a href='http://example.invalid/'>http://example.invalid</a>§<http://example.invalid/>",
                "<a href='mailto:a@example.invalid'>a@example.invalid</a>§<mailto:a@example.invalid>",
                "<a href='#x'>a</a>§a",
                "<a href='javascript:x'>a</a>§a",
                "<a href='http://example.invalid/'><img src=x alt='絵'></a>§[絵] <http://example.invalid/>",
                "<img src=x>a§a",
                "<ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>字§漢（かん）字",
                "<pre>a  b⏎ c</pre>§a  b¶ c",
                "<dl><dt>a<dd>b</dl>§a¶    b",
                "<p hidden>x</p>a§a",
                "<span style='display:none'>x</span>a§a",
                "<span style='font-size:0px'>x</span>a§a",
                "<span style='color:#FFF'>x</span>a§a",
                "<div style='background-color:navy'><font color=white>x</font></div>§x",
                "<style>.h{display:none}</style><p class='h'>x</p>a§a",
                "<script>x</script><!-- y -->a§a",
                "<table><tr><th>項目<th>値<tr><td>a<td>漢字</table>§項目 | 値¶-----------¶a    | 漢字",
                "<table><tr><td>a</td></tr></table>§a",
                "<table><tr><td><table><tr><td>a<td>b</table><td>c</table>§a¶b¶c",
                "<q>a</q>§「a」"
            })
    void htmlBecomesWhatPeopleWouldType(String html, String text) {
        assertThat(text(html.replace("⏎", "\n"), 0)).isEqualTo(text.replace("¶", "\n") + "\n");
    }

    @Test
    void hiddenTextIsMarkedWhereTheLayoutSaysSo() {
        String html = "<p>a<span style='display:none'>x</span></p><div style='display:none'><p>y<p>z</div>";
        assertThat(HtmlToText.of(html, new TextLayout(0, TextLayout.Hidden.MARKED), budget()))
                .isEqualTo("a【非表示: x】\n\n【非表示: y z】\n");
    }

    @Test
    void noLineBeginsOrEndsWithWhatMustNot() {
        String html = "<p>" + "これは、「かぎ」の中の文です。ちょっと長い（括弧も）ある文章で、ッャュも出ます。".repeat(5);
        for (int width = 20; width < 60; width++) {
            List<String> lines = text(html, width).lines().toList();
            assertThat(lines).allSatisfy(line -> {
                assertThat(line).matches("[^、。」）ッャュっょ].*").doesNotMatch(".*[「（]");
            });
            int widest = width;
            assertThat(lines).allSatisfy(line -> assertThat(Columns.of(line)).isLessThanOrEqualTo(widest + 1));
        }
    }

    @Test
    void addressesAreNeverBroken() {
        String target = "https://example.invalid/" + "path/".repeat(20);
        assertThat(text("<p>長い案内の文章です。<a href='" + target + "'>こちら</a>をご覧ください。", 30))
                .contains("<" + target + ">");
    }

    @Test
    void deepAndWideDocumentsEndSoon() {
        assertThat(text("<blockquote>".repeat(5000) + "x", 40)).contains("x");
        assertThat(text("<table>" + "<tr><td>a<td>b".repeat(3000) + "</table>", 40))
                .contains("a");
        assertThat(text("<table><tr><td colspan=100000>a<td>b<tr><td>c<td rowspan=100000>d</table>", 40))
                .contains("d");
    }

    private static String text(String html, int width) {
        return HtmlToText.of(html, new TextLayout(width, TextLayout.Hidden.DROPPED), budget());
    }

    private static Budget budget() {
        return new Budget(Limits.defaults(), 1 << 24);
    }
}
