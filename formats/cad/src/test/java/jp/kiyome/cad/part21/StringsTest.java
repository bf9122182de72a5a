package jp.kiyome.cad.part21;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class StringsTest {

    @Property
    void whatIsWrittenIsReadAgain(@ForAll String any) {
        String text = Strings.clean(any);
        String written = Strings.encoded(text);
        assertThat(written.chars()).allMatch(unit -> unit >= 0x20 && unit < 0x7F);
        String between = written.substring(1, written.length() - 1).replace("''", "'");
        assertThat(Strings.decoded(between)).isEqualTo(text);
    }

    @Property
    void cleaningTwiceChangesNothing(@ForAll String any) {
        assertThat(Strings.clean(Strings.clean(any))).isEqualTo(Strings.clean(any));
    }

    @Test
    void directivesSayCharacters() {
        assertThat(Strings.decoded("\\X2\\90E854C1\\X0\\ \\X4\\00020BB7\\X0\\ \\X\\E9 \\S\\D \\\\"))
                .isEqualTo("部品 𠮷 é Ä \\");
    }

    @Test
    void whatIsNoDirectiveStandsForItself() {
        assertThat(Strings.decoded("C:\\Users\\x")).isEqualTo("C:\\Users\\x");
    }
}
