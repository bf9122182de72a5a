package jp.kiyome.container.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Odd spellings that XML 1.0 allows, and the one spelling that comes out. */
class LegalDocumentTest {

    private static final String EMPTY = Filtered.DECLARATION + "<t:doc xmlns:t=\"urn:test:main\"/>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<t:doc xmlns:t='urn:test:main'/>",
                "\uFEFF<t:doc xmlns:t='urn:test:main'/>",
                "<doc xmlns='urn:test:main'></doc>",
                "<doc xmlns = \"urn:test:main\"\r\n></doc\t>\n ",
                "<?xml version='1.0'?><\u3042:doc xmlns:\u3042='urn:test:main'/>",
                "<?xml version=\"1.0\" encoding='utf-8' standalone='no' ?>\r\n<t:doc xmlns:t='urn:test:main'/>",
                "<?xml version='1.0' encoding='US-ASCII'?><t:doc xmlns:t='urn:test:main'/>",
                "<t:doc xmlns:t='urn:test:mai&#110;'/>",
                "<t:doc xmlns:t='urn:test:main' xmlns:xml='http://www.w3.org/XML/1998/namespace'/>",
                "<t:doc xmlns:t='urn:test:main' xmlns:u='urn:test:main'/>",
                "<t:doc xmlns:t='urn:test:main'>\r\n\t &#32;&#10;<![CDATA[ ]]><![CDATA[]]></t:doc>",
            })
    void spellingsOfAnEmptyDocumentComeOutAlike(String document) {
        assertThat(Filtered.of(document)).isEqualTo(new Filtered(EMPTY, java.util.List.of()));
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, true", "UTF-16BE, true", "UTF-16LE, false", "UTF-16BE, false"})
    void utf16IsReadWithAndWithoutMark(String charset, boolean mark) {
        String document = "<?xml version='1.0' encoding='UTF-16'?>" + Filtered.doc("<t:run>\u6F22\uD842\uDFB7</t:run>");
        byte[] bytes = ((mark ? "\uFEFF" : "") + document).getBytes(Charset.forName(charset));
        assertThat(Filtered.of(bytes)).isEqualTo(Filtered.of(Filtered.doc("<t:run>\u6F22\uD842\uDFB7</t:run>")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a&lt;b&gt;c&amp;&quot;&apos; | a&lt;b&gt;c&amp;\"'",
                "<![CDATA[<a>&amp;]] ]>]]> | &lt;a&gt;&amp;amp;]] ]&gt;",
                "]]<!-- -->>x]]&gt;<![CDATA[]]]]><![CDATA[>]]> | ]]&gt;x]]&gt;]]&gt;",
                "]]<?a?>> | ]]&gt;",
                "&#65;&#x42;&#x00043;&#x1F600; | ABC\uD83D\uDE00",
                "a> ]> ] ]> ]]x> | a&gt; ]&gt; ] ]&gt; ]]x&gt;",
                "\u007F\u0085\uE000\uFFFD\uD83D\uDE00 | \u007F\u0085\uE000\uFFFD\uD83D\uDE00",
                "a&#13;b&#10;c&#9;d | a&#13;b~c^d",
                "a%~b%c%%~d | a~b~c~~d",
                "<![CDATA[a%~b%c%%~d]]> | a~b~c~~d",
            })
    void textComesOutAsTheCharactersItStandsFor(String in, String out) {
        String text = spaced(in);
        assertThat(Filtered.inside("<t:list><t:run>" + text + "</t:run></t:list>")
                        .xml())
                .isEqualTo("<t:list><t:run>" + spaced(out) + "</t:run></t:list>");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"'\" | '",
                "'\"' | &quot;",
                "'>]]>' | &gt;]]&gt;",
                "'a&#10;b&#9;c&#13;d' | a&#10;b&#9;c&#13;d",
                "'a~b^c%d%~e' | a b c d e",
                "'&lt;&amp;&#x3C;' | &lt;&amp;&lt;",
            })
    void attributeValuesAreNormalizedAndEscaped(String in, String out) {
        String value = spaced(in);
        assertThat(Filtered.inside("<t:list><t:run note=" + value + ">x</t:run></t:list>")
                        .xml())
                .isEqualTo("<t:list><t:run note=\"" + out + "\">x</t:run></t:list>");
    }

    @Test
    void commentsAndInstructionsAreToldAndGo() {
        Filtered filtered = Filtered.of("<?xml version='1.0'?><!----><?a?><!-- - > - -->"
                + Filtered.doc("<t:list/><!-- <a> &b; ]]> \u3042 --><?b ?c?>")
                + "<!-- --><?\u3042 x?>\n");
        assertThat(filtered.findings())
                .containsExactly(
                        "xml.comment",
                        "xml.processing-instruction",
                        "xml.comment",
                        "structure.empty t:list",
                        "xml.comment",
                        "xml.processing-instruction",
                        "xml.comment",
                        "xml.processing-instruction");
    }

    @Test
    void whiteSpaceBeforeTheDeclarationIsForgiven() {
        assertThat(Filtered.of(" \r\n<?xml version='1.0'?><t:doc xmlns:t='urn:test:main'/>")
                        .xml())
                .isEqualTo(EMPTY);
    }

    @Test
    void charactersOfAllLengthsPass() {
        String text = new String(Character.toChars(0x10FFFF)) + "\uFFFD\u0800\u07FF\u0080";
        assertThat(Filtered.of(Filtered.doc("<t:list><t:run>" + text + "</t:run></t:list>")
                                .getBytes(StandardCharsets.UTF_8))
                        .xml())
                .contains(text);
    }

    private static String spaced(String text) {
        return text.replace('~', '\n').replace('^', '\t').replace('%', '\r');
    }
}
