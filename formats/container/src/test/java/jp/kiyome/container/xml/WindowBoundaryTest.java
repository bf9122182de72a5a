package jp.kiyome.container.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands across the end of the reader's window is read as if it stood anywhere else. */
class WindowBoundaryTest {

    private static final int WINDOW = 1 << 16;

    private static final String EVERYTHING =
            "<t:list size = '1' ><t:run note='a&#x1F600;\r\n&amp;b\u6F22'>x\r\ny\rz&lt;&#x1F600;]] ]&gt;\u6F22\uD83D\uDE00"
                    + "<![CDATA[]]]]><![CDATA[>\u6F22\r\n\r]]]>"
                    + "<!-- \u6F22 - --><?p\u6F22 ? > ?></t:run \r\n></t:list>";

    @Test
    void everythingReadsTheSameAcrossTheEndOfTheWindow() {
        Filtered plain = Filtered.inside(EVERYTHING);
        int prologue = Filtered.doc("").indexOf("</t:doc>");
        int length = EVERYTHING.getBytes(StandardCharsets.UTF_8).length;
        for (int before = 0; before <= length; before++) {
            String padding = " ".repeat(WINDOW - prologue - before);
            assertThat(Filtered.inside(padding + EVERYTHING))
                    .as("%d bytes before", before)
                    .isEqualTo(plain);
        }
    }

    @Test
    void everythingReadsTheSameByteByByte() {
        byte[] document = Filtered.doc(EVERYTHING).getBytes(StandardCharsets.UTF_8);
        for (int size = 1; size < 24; size++) {
            assertThat(Filtered.of(new Drip(document, size))).isEqualTo(Filtered.of(document));
        }
        byte[] wide = ("\uFEFF" + Filtered.doc(EVERYTHING)).getBytes(StandardCharsets.UTF_16LE);
        for (int size = 1; size < 9; size++) {
            assertThat(Filtered.of(new Drip(wide, size))).isEqualTo(Filtered.of(document));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "]]>",
                "<!-- -- -->",
                "<?xml ?>",
                "&#0;",
                "\u0001",
                "<t:p a='' a=''/>",
                "</t:p>",
                "<![CDATA[\uFFFE]]>"
            })
    void whatIsMalformedIsRefusedAcrossTheEndOfTheWindow(String malformed) {
        int prologue = Filtered.doc("").indexOf("</t:doc>");
        for (int before = 0; before <= malformed.length() + 2; before++) {
            String padding = " ".repeat(WINDOW - prologue - before);
            assertThat(Filtered.refusal(Filtered.doc(padding + malformed)))
                    .as("%d before", before)
                    .startsWith("xml.");
        }
        assertThat(malformed).isNotEmpty();
    }

    @Test
    void aTagLongerThanTheWindowIsReadWhole() {
        String value = "v\u6F22&lt;".repeat(40_000);
        String document = Filtered.doc("<t:list><t:run note='" + value + "'>" + value + "</t:run></t:list>");
        String expected = "<t:list><t:run note=\"" + value + "\">" + value + "</t:run></t:list>";
        assertThat(Filtered.of(document).xml()).contains(expected);
        assertThat(Filtered.of(new Drip(document.getBytes(StandardCharsets.UTF_8), 1, 5000, 3))
                        .xml())
                .contains(expected);
    }

    @Test
    void judgedTextMayCrossTheWindow() {
        String content = "<t:p><t:sizes>" + "1 ".repeat(WINDOW) + "</t:sizes></t:p>";
        assertThat(Filtered.inside(content).xml()).isEqualTo(content);
    }
}
