package jp.kiyome.office.value;

import static org.assertj.core.api.Assertions.assertThat;

import jp.kiyome.office.value.HyperlinkTarget.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HyperlinkTargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.soumu.go.jp/",
                "https://example.invalid",
                "https://Example.invalid:8443/a/b.html;v=1?q=1&r=%E6%97%A5#top",
                "http://192.168.0.10/index.html",
                "http://server01/intra/",
                "https://xn--wgv71a119e.jp/",
                "https://example.invalid/sourcing/?hd=www%2Eexample&jobID=1",
                "mailto:info@example.invalid",
                "mailto:a@example.invalid,b@example.invalid?cc=c@example.invalid&subject=%E4%BB%B6%E5%90%8D&body=1%0D%0A2",
                "mailto:?subject=hello",
                "#bookmark",
                "#_Toc359077851",
                "#Sheet1!A1:B2",
                "#'売上 2024'!$A$1",
                "#'売上%202024'!A1"
            })
    void targetsOfTheWebOfMailAndOfTheDocumentStayAsTheyAre(String target) {
        assertThat(HyperlinkTarget.canonical(target)).contains(target);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.invalid/文書/ 一覧.pdf, https://example.invalid/%E6%96%87%E6%9B%B8/%20%E4%B8%80%E8%A6%A7.pdf",
        "https://日本語.jp/, https://xn--wgv71a119e.jp/",
        "HTTP://example.invalid/, http://example.invalid/",
        "'  https://example.invalid/　', https://example.invalid/",
        "https://example.invalid/?q=[a]|{b}, https://example.invalid/?q=%5Ba%5D%7C%7Bb%7D",
        "https://example.invalid/50%, https://example.invalid/50%25",
        "https://example.invalid/?a=1#x#y, https://example.invalid/?a=1#x%23y",
        "https://example.invalid:/x, https://example.invalid/x",
        "MailTo:a@example.invalid; b@example.invalid, 'mailto:a@example.invalid,b@example.invalid'",
        "mailto:a@example.invalid?Subject=お知らせ, mailto:a@example.invalid?subject=%E3%81%8A%E7%9F%A5%E3%82%89%E3%81%9B"
    })
    void whatRealFilesHoldRawComesOutEncoded(String raw, String canonical) {
        assertThat(HyperlinkTarget.canonical(raw)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "file:///C:/Windows/System32/calc.exe",
                "FILE://example.invalid/share",
                "\\\\example.invalid\\share\\a.docx",
                "//example.invalid/share",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "vbscript:msgbox(1)",
                "data:text/html,x",
                "ms-word:ofe|u|http://example.invalid/a.docx",
                "search-ms:query=x&crumb=location:\\\\example.invalid",
                "mhtml:http://example.invalid/a.mht!x-usc:http://example.invalid/b",
                "ldap://example.invalid/",
                "tel:0312345678",
                "ftp://example.invalid/",
                "www.example.invalid",
                "../other.xlsx",
                "http:example.invalid",
                "http:/example.invalid",
                "http:///example.invalid",
                "http://",
                "http://user@example.invalid/",
                "http://user:pass@example.invalid/",
                "http://example.invalid\\@evil.invalid/",
                "http://example.invalid/a\\b",
                "http://example.invalid/%00",
                "http://example.invalid/%0d%0aSet-Cookie:x",
                "http://example.invalid/?q=%1b",
                "http://example.invalid/%7F",
                "http://example.invalid:65536/",
                "http://example.invalid:80x/",
                "http://2130706433/",
                "http://0x7f.1/",
                "http://127.1/",
                "http://010.0.0.1/",
                "http://256.1.1.1/",
                "http://[::1]/",
                "http://ｅｘａｍｐｌｅ.invalid/",
                "http://example。invalid/",
                "http://exa%6Dple.invalid/",
                "http://-example.invalid/",
                "http://example..invalid/",
                "http://xn--a/",
                "http://xn--example-/",
                "http://example.invalid/\u202Egpj.exe",
                "http://example.invalid/\uD800",
                "http://example.invalid/\u0085",
                "mailto:",
                "mailto:nobody",
                "mailto:a@example.invalid?attach=C:%5Ca.txt",
                "mailto:a@example.invalid?subject=x&Attachment=/etc/passwd",
                "mailto:a@example.invalid?subject=x%0D%0ABcc:b@example.invalid",
                "mailto:a@b@example.invalid",
                "mailto:a@example.invalid?subject",
                "#",
                "#[Book1.xlsx]Sheet1!A1",
                "#%5BBook1.xlsx%5DSheet1!A1",
                "#\\\\example.invalid\\share",
                "#file://example.invalid/share",
                "#cmd|'x'!A0",
                "#\"><script>"
            })
    void everythingElseIsNoTarget(String target) {
        assertThat(HyperlinkTarget.canonical(target)).isEmpty();
    }

    @Test
    void controlsDoNotHideAScheme() {
        assertThat(HyperlinkTarget.canonical("java\tscript:alert(1)")).isEmpty();
        assertThat(HyperlinkTarget.canonical("\u0001file:///c:/x")).isEmpty();
        assertThat(HyperlinkTarget.canonical("ht\ntps://example.invalid/\u0007"))
                .contains("https://example.invalid/");
    }

    @Test
    void lengthIsBoundedBeforeAndAfterEncoding() {
        String start = "http://example.invalid/";
        String longest = start + "a".repeat(HyperlinkTarget.LONGEST - start.length());
        assertThat(HyperlinkTarget.canonical(longest)).contains(longest);
        assertThat(HyperlinkTarget.canonical(longest + "a")).isEmpty();
        assertThat(HyperlinkTarget.canonical(start + "字".repeat(1000))).isEmpty();
    }

    @Test
    void theSchemeIsTold() {
        assertThat(HyperlinkTarget.parse("https://example.invalid/"))
                .map(HyperlinkTarget::scheme)
                .contains(Scheme.HTTPS);
        assertThat(HyperlinkTarget.parse("#a")).map(HyperlinkTarget::scheme).contains(Scheme.ANCHOR);
    }
}
