package jp.kiyome.container.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The well-formedness constraints of XML 1.0 and of Namespaces in XML 1.0, each broken once. */
class MalformedDocumentTest {

    private static final String OPEN = "<t:doc xmlns:t='urn:test:main'>";
    private static final String CLOSE = "</t:doc>";

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "",
                " ",
                "text",
                "\uFEFF\uFEFF" + OPEN + CLOSE,
                OPEN,
                OPEN + CLOSE + CLOSE,
                OPEN + CLOSE + OPEN + CLOSE,
                OPEN + CLOSE + "text",
                OPEN + CLOSE + "&#32;",
                OPEN + CLOSE + "<![CDATA[ ]]>",
                "text" + OPEN + CLOSE,
                "]" + OPEN + CLOSE,
                "<![CDATA[ ]]>" + OPEN + CLOSE,
                OPEN + "</t:DOC>",
                OPEN + "</ t:doc>",
                OPEN + "</t:doc a=''>",
                OPEN + "</t:doc/>",
                OPEN + "</t:docs>",
                OPEN + "</t:do>",
                OPEN + "<t:p></t:doc></t:p>",
                OPEN + "<t:p",
                OPEN + "<",
                OPEN + "</t:doc",
                "<?xml version='1.0'?",
                "<?xml version='1.1'?>" + OPEN + CLOSE,
                "<?xml version='1.0' encoding='UTF-8' version='1.0'?>" + OPEN + CLOSE,
                "<?xml encoding='UTF-8' version='1.0'?>" + OPEN + CLOSE,
                "<?xml encoding='UTF-8'?>" + OPEN + CLOSE,
                "<?xml version='1.0' standalone='maybe'?>" + OPEN + CLOSE,
                "<?xml version='1.0' encoding=''?>" + OPEN + CLOSE,
                "<?xml version='1.0\"?>" + OPEN + CLOSE,
                "<?xml version='1.0'>" + OPEN + CLOSE,
                "<?xml version='1.0'encoding='UTF-8'?>" + OPEN + CLOSE,
                "<?xml\u000Bversion='1.0'?>" + OPEN + CLOSE,
                "<?xml \u000Cversion='1.0'?>" + OPEN + CLOSE,
                "<?xml?>" + OPEN + CLOSE,
                "<!-- --><?xml version='1.0'?>" + OPEN + CLOSE,
                OPEN + "<?xml version='1.0'?>" + CLOSE,
                OPEN + "<?XmL a?>" + CLOSE,
                OPEN + "<? a?>" + CLOSE,
                OPEN + "<??>" + CLOSE,
                OPEN + "<?>" + CLOSE,
                OPEN + "<?1a?>" + CLOSE,
                OPEN + "<?a:b?>" + CLOSE,
                OPEN + "<?a?b?>" + CLOSE,
                OPEN + "<?a/?>" + CLOSE,
                OPEN + "<?a b>" + CLOSE,
                OPEN + "<?a \u0001?>" + CLOSE,
                OPEN + "<!-- a -- b -->" + CLOSE,
                OPEN + "<!-- a --->" + CLOSE,
                OPEN + "<!-- a --" + CLOSE,
                OPEN + "<!-- a ->" + CLOSE,
                OPEN + "<!--->" + CLOSE,
                OPEN + "<!- a -->" + CLOSE,
                OPEN + "<!-- \u0001 -->" + CLOSE,
                OPEN + "<!>" + CLOSE,
                OPEN + "<!ELEMENT a ANY>" + CLOSE,
                OPEN + "<![cdata[a]]>" + CLOSE,
                OPEN + "<![CDATA[a]]" + CLOSE,
                OPEN + "<![CDATA[a] ]>" + CLOSE,
                OPEN + "<![CDATA[\u0001]]>" + CLOSE,
                OPEN + "<![INCLUDE[a]]>" + CLOSE,
                OPEN + "a]]>b" + CLOSE,
                OPEN + "]]]>" + CLOSE,
                OPEN + "&#38;]]>" + CLOSE,
                OPEN + "a\u0000b" + CLOSE,
                OPEN + "a\u000Bb" + CLOSE,
                OPEN + "a\u001Fb" + CLOSE,
                OPEN + "&" + CLOSE,
                OPEN + "& amp;" + CLOSE,
                OPEN + "&amp" + CLOSE,
                OPEN + "&;" + CLOSE,
                OPEN + "&nbsp;" + CLOSE,
                OPEN + "&AMP;" + CLOSE,
                OPEN + "&#;" + CLOSE,
                OPEN + "&#x;" + CLOSE,
                OPEN + "&#X41;" + CLOSE,
                OPEN + "&#0;" + CLOSE,
                OPEN + "&#8;" + CLOSE,
                OPEN + "&#xD800;" + CLOSE,
                OPEN + "&#xD83D;&#xDE00;" + CLOSE,
                OPEN + "&#xFFFE;" + CLOSE,
                OPEN + "&#xFFFF;" + CLOSE,
                OPEN + "&#x110000;" + CLOSE,
                OPEN + "&#x100000041;" + CLOSE,
                OPEN + "&#4294967361;" + CLOSE,
                OPEN + "&#-65;" + CLOSE,
                OPEN + "&#\uFF16\uFF15;" + CLOSE,
                OPEN + "&#12 ;" + CLOSE,
                OPEN + "<t:p a=b/>" + CLOSE,
                OPEN + "<t:p a/>" + CLOSE,
                OPEN + "<t:p a=/>" + CLOSE,
                OPEN + "<t:p a='/>" + CLOSE,
                OPEN + "<t:p a='b\"/>" + CLOSE,
                OPEN + "<t:p a='b'c='d'/>" + CLOSE,
                OPEN + "<t:p a='<'/>" + CLOSE,
                OPEN + "<t:p a='&'/>" + CLOSE,
                OPEN + "<t:p a='&lt'/>" + CLOSE,
                OPEN + "<t:p a='&e;'/>" + CLOSE,
                OPEN + "<t:p a='\u0001'/>" + CLOSE,
                OPEN + "<t:p a='&#1;'/>" + CLOSE,
                OPEN + "<t:p a='' a=''/>" + CLOSE,
                OPEN + "<t:p ='b'/>" + CLOSE,
                OPEN + "<t:p 'b'/>" + CLOSE,
                OPEN + "<t:p/ >" + CLOSE,
                OPEN + "<t:p / >" + CLOSE,
                OPEN + "<t:p//>" + CLOSE,
                OPEN + "< t:p/>" + CLOSE,
                OPEN + "<>" + CLOSE,
                OPEN + "</>" + CLOSE,
                OPEN + "<t:p<t:p/>" + CLOSE,
                OPEN + "<1/>" + CLOSE,
                OPEN + "<-a/>" + CLOSE,
                OPEN + "<.a/>" + CLOSE,
                OPEN + "<a\u00D7b/>" + CLOSE,
                OPEN + "<\u00B7a/>" + CLOSE,
                OPEN + "<\u0301a/>" + CLOSE,
                OPEN + "<a\u2028b/>" + CLOSE,
                OPEN + "<a+b/>" + CLOSE,
                OPEN + "<:/>" + CLOSE,
                OPEN + "<:a/>" + CLOSE,
                OPEN + "<a:/>" + CLOSE,
                OPEN + "<t:a:b/>" + CLOSE,
                OPEN + "<t:1/>" + CLOSE,
                OPEN + "<u:p/>" + CLOSE,
                OPEN + "<t:p u:a=''/>" + CLOSE,
                OPEN + "<t:p xmlns:u=''/>" + CLOSE,
                OPEN + "<t:p xmlns:='u'/>" + CLOSE,
                OPEN + "<t:p xmlns:1='u'/>" + CLOSE,
                OPEN + "<t:p xmlns:u='u' xmlns:u='u'/>" + CLOSE,
                OPEN + "<t:p xmlns='u' xmlns='u'/>" + CLOSE,
                OPEN + "<t:p xmlns:xmlns='u'/>" + CLOSE,
                OPEN + "<xmlns:p/>" + CLOSE,
                OPEN + "<t:p xmlns:xml='u'/>" + CLOSE,
                OPEN + "<t:p xmlns:u='http://www.w3.org/XML/1998/namespace'/>" + CLOSE,
                OPEN + "<t:p xmlns='http://www.w3.org/XML/1998/namespace'/>" + CLOSE,
                OPEN + "<t:p xmlns:u='http://www.w3.org/2000/xmlns/'/>" + CLOSE,
                OPEN + "<t:p xmlns='http://www.w3.org/2000/xmlns/'/>" + CLOSE,
                OPEN + "<t:p xmlns:u='urn:test:main' t:a='' u:a=''/>" + CLOSE,
                OPEN + "<t:p xmlns:u='urn:test:strict' t:a='' u:a=''/>" + CLOSE,
                OPEN + "<t:p xmlns:u='urn:u' xmlns:w='urn:u' u:a='' w:a=''/>" + CLOSE,
                OPEN + "<t:p xmlns:u='urn:u'/><u:p/>" + CLOSE,
                "<t:doc/>",
            })
    void whatIsNotWellFormedIsRefused(String document) {
        assertThat(Filtered.refusal(document)).isEqualTo("xml.malformed");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "<!DOCTYPE t:doc>" + OPEN + CLOSE,
                "<?xml version='1.0'?><!-- --><!DOCTYPE t:doc SYSTEM 'http://example.invalid/x.dtd'>" + OPEN + CLOSE,
                "<!DOCTYPE a [<!ENTITY a 'b'>]>" + OPEN + "&a;" + CLOSE,
            })
    void aDocumentTypeIsRefused(String document) {
        assertThat(Filtered.refusal(document)).isEqualTo("xml.doctype");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "stray continuation, 80",
        "lone lead byte, C3",
        "overlong slash in two bytes, C0AF",
        "overlong slash in three bytes, E080AF",
        "overlong in four bytes, F08080AF",
        "a surrogate, EDA080",
        "a pair of surrogates, EDA0BDEDB880",
        "U+FFFE, EFBFBE",
        "beyond Unicode, F4908080",
        "no lead byte at all, FF",
        "five bytes, F888808080",
        "cut in the middle, E38182E381",
        "the second byte is ASCII, E34181",
    })
    void badUtf8IsRefusedWhereverItStands(String name, String hex) {
        String bytes = new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
        for (String content : new String[] {
            "%s", "<![CDATA[%s]]>", "<t:p color='%s'/>", "<!--%s-->", "<?a %s?>", "<?a%s?>", "<a%s/>", "<t:p a%s=''/>"
        }) {
            String document = OPEN + content.formatted(bytes) + CLOSE;
            assertThat(Filtered.refusal(document.getBytes(StandardCharsets.ISO_8859_1)))
                    .as(content)
                    .isIn("xml.encoding", "xml.malformed");
        }
        assertThat(Filtered.refusal((OPEN + bytes + " " + CLOSE).getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("xml.encoding");
    }

    @Test
    void anEncodingThatTheBytesAreNotIsRefused() {
        assertThat(Filtered.refusal("<?xml version='1.0' encoding='Shift_JIS'?>" + OPEN + CLOSE))
                .isEqualTo("xml.encoding");
        assertThat(Filtered.refusal("<?xml version='1.0' encoding='UTF-16'?>" + OPEN + CLOSE))
                .isEqualTo("xml.encoding");
        assertThat(Filtered.refusal(bytes("\uFEFF<?xml version='1.0' encoding='UTF-8'?>", StandardCharsets.UTF_16LE)))
                .isEqualTo("xml.encoding");
        assertThat(Filtered.refusal(
                        bytes("\uFEFF<?xml version='1.0' encoding='UTF-16BE'?>", StandardCharsets.UTF_16LE)))
                .isEqualTo("xml.encoding");
    }

    @Test
    void badUtf16IsRefused() {
        byte[] odd = bytes("\uFEFF", StandardCharsets.UTF_16BE);
        assertThat(Filtered.refusal(java.util.Arrays.copyOf(odd, odd.length + 1)))
                .isEqualTo("xml.encoding");
        byte[] lone = bytes("\uFEFF<!--\u0001-->", StandardCharsets.UTF_16BE);
        lone[10] = (byte) 0xD8;
        assertThat(Filtered.refusal(lone)).isEqualTo("xml.encoding");
    }

    @Test
    void utf32IsRefused() {
        assertThat(Filtered.refusal(bytes("\uFEFF", Charset.forName("UTF-32LE"))))
                .isEqualTo("xml.malformed");
        assertThat(Filtered.refusal(bytes("\uFEFF", Charset.forName("UTF-32BE"))))
                .startsWith("xml.");
    }

    private static byte[] bytes(String before, Charset charset) {
        return (before + OPEN + CLOSE).getBytes(charset);
    }
}
