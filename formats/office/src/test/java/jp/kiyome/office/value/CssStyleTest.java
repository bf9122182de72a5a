package jp.kiyome.office.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CssStyleTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "width:99.9pt;height:75pt",
                "position:absolute;margin-left:0;margin-top:.05pt;width:2in;height:3cm;z-index:-251645952;visibility:hidden",
                "mso-wrap-style:square;mso-width-percent:360;mso-height-relative:margin;v-text-anchor:middle",
                "rotation:-5898240fd;flip:x",
                "font-family:\"ＭＳ Ｐゴシック\",'Arial',sans-serif;font-size:1pt;v-text-kern:t",
                "mso-next-textbox:#_x0000_s1026"
            })
    void whatOfficeWritesStays(String style) {
        assertThat(CssStyle.parse(style)).isEqualTo(new CssStyle(style, java.util.List.of()));
    }

    @Test
    void spacesAndCaseAreTidied() {
        assertThat(CssStyle.canonical(" Position : ABSOLUTE ;\r\n  margin-left:219pt; ;"))
                .contains("position:absolute;margin-left:219pt");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "background:url(http://example.invalid/a.png)",
                "background-image:url('\\\\example.invalid\\a')",
                "width:expression(alert(1))",
                "behavior:url(#default#time2)",
                "-moz-binding:url(x)",
                "width:1pt/**/",
                "width:1\\70t",
                "font-family:\"a\";url(x)\"",
                "font-family:\"url(http://example.invalid)\"",
                "font-family:'unclosed",
                "mso-next-textbox:http://example.invalid",
                "@import 'http://example.invalid/a.css'",
                "width",
                ":",
                "z-index:1e99",
                "width:99999999999999999999pt"
            })
    void everythingElseFallsOut(String style) {
        CssStyle parsed = CssStyle.parse("left:1pt;" + style);
        assertThat(parsed.text()).startsWith("left:1pt").doesNotContain("url", "http", "expression", "\\", "/*");
        assertThat(parsed.dropped()).isNotEmpty();
    }

    @Test
    void aSemicolonInsideQuotesBeginsNothing() {
        assertThat(CssStyle.parse("font-family:\"a;width:5pt\";left:1pt").text())
                .isEqualTo("left:1pt");
    }

    @Test
    void nothingLeftIsEmpty() {
        assertThat(CssStyle.canonical("behavior:url(x)")).isEmpty();
        assertThat(CssStyle.canonical("left:0;".repeat(3000))).isEmpty();
    }
}
