package jp.kiyome.office.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What holds for every small language. */
class ValueLawsTest {

    static final Map<String, Function<CharSequence, Optional<String>>> LANGUAGES = Map.of(
            "link", HyperlinkTarget::canonical,
            "action", ClickAction::canonical,
            "style", CssStyle::canonical,
            "path", VmlPath::canonical,
            "vml", VmlFormula::canonical,
            "guide", GuideFormula::canonical,
            "cell", CellReference::canonical,
            "range", CellRange::canonical,
            "sqref", Sqref::canonical,
            "sheet", SheetName::canonical);

    @Property(tries = 3000)
    void writingTwiceChangesNothing(@ForAll("texts") String text) {
        LANGUAGES.forEach((name, language) -> {
            Optional<String> once = language.apply(text);
            once.ifPresent(canonical -> assertThat(language.apply(canonical))
                    .as("%s of %s", name, text)
                    .contains(canonical));
        });
    }

    @Property(tries = 1000)
    void linksNeverComeOutWithAnotherScheme(@ForAll("texts") String text) {
        HyperlinkTarget.canonical(text).ifPresent(target -> assertThat(target)
                .matches("(https?://[^@\\\\\\s]+|mailto:[!-~]+|#.+)(?s).*")
                .doesNotContain("\\"));
    }

    @Provide
    Arbitrary<String> texts() {
        List<String> pieces = List.of(
                "http://",
                "https://",
                "mailto:",
                "file:///",
                "javascript:",
                "#",
                "example.invalid",
                "日本語.jp",
                "a@",
                "/",
                "?",
                "&",
                "subject=",
                "attach=",
                "%",
                "%41",
                "%0d",
                " ",
                "\t",
                "\u0000",
                "\\",
                "[",
                "]",
                "|",
                ":",
                ";",
                "ppaction://",
                "hlinkshowjump?jump=",
                "endshow",
                "width",
                "10pt",
                "font-family",
                "\"",
                "'",
                "url(",
                ")",
                "m",
                "l",
                "@1",
                "#0",
                ",",
                "21600",
                "-",
                ".5",
                "val",
                "sum",
                "*/",
                "+-",
                "A1",
                "$",
                "XFD1048576",
                "1:3",
                "A:C",
                "字",
                "\uD842\uDFB7",
                "\uD800",
                "\u202E",
                "　",
                "xn--",
                "xn--wgv71a119e.jp",
                "ß",
                "İ",
                "。");
        return Arbitraries.of(pieces).list().ofMaxSize(12).map(list -> String.join("", list));
    }

    @Test
    void hostileTextsEndSoon() {
        List<String> hostile = List.of(
                "\"".repeat(100_001),
                "'".repeat(100_001),
                ";".repeat(16_000),
                "%".repeat(8_000),
                "http://" + "a.".repeat(4_000),
                "http://" + "字".repeat(4_000),
                "mailto:" + "a@b.jp,".repeat(1_000),
                "font-family:" + "\"a\",".repeat(4_000),
                "font-family:" + "a ".repeat(8_000) + "(",
                "A1 ".repeat(300_000),
                "m" + "1,".repeat(500_000),
                "-".repeat(1_000_000),
                "1".repeat(1_000_000),
                " ".repeat(1_000_000));
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> hostile.forEach(text -> LANGUAGES.forEach((name, language) ->
                        assertThat(language.apply(text)).as(name).isNotNull())));
    }
}
