package jp.kiyome.cad.saf;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import org.junit.jupiter.api.Test;

/** Every file there is is asked whether it is one: nothing that stands in it may cost more than a look. */
class SafTextTest {

    private static Content content(String text) {
        return HeapContent.of(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aRootBehindAsidesIsFound() {
        String asides =
                "\uFEFF<?xml version='1.0'?>\n<!-- a -- ? -->\n<!DOCTYPE SxfAttributeXML SYSTEM \"a'b.dtd\">\n<?x ??>";
        assertThat(SafText.begins(content(asides + "<SxfAttributeXML/>"))).isTrue();
        assertThat(SafText.of(content(asides + "<SxfAttributeXML/>")).document())
                .isEqualTo("<SxfAttributeXML/>");
    }

    @Test
    void anotherRootIsNone() {
        assertThat(SafText.begins(content("<?xml version='1.0'?><a/>"))).isFalse();
    }

    /** Found by fuzzing: a tar whose first name was {@code <?a.png}. */
    @Test
    void anInstructionWithoutAnEndIsReadWithoutCallsWithinCalls() {
        assertThat(SafText.begins(content("<?" + "a".repeat(1 << 16)))).isFalse();
    }

    @Test
    void aLongPrologIsReadWithoutCallsWithinCalls() {
        String prolog = "<?a " + "b".repeat(1 << 20) + "?><!--" + "c".repeat(1 << 20) + "-->"
                + "<?d?>\n".repeat(1 << 16) + "<!DOCTYPE a SYSTEM " + "'e' \"f\" ".repeat(1 << 16) + ">";
        assertThat(SafText.of(content(prolog + "<SxfAttributeXML/>")).prolog()).isEqualTo(prolog);
    }
}
