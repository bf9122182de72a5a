package jp.kiyome.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UntrustedTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x1B, 0xAD, 0x34F, 0x115F, 0x1160, 0x180E, 0x200B, 0x202E, 0x2028, 0x2800, 0x3164, 0xFE0F, 0xFFA0,
                0xE0100
            })
    void whatNobodySeesIsShown(int point) {
        String name = "setup" + Character.toString(point) + ".exe";
        assertThat(Untrusted.of(name)).hasToString("setup\\u{" + Integer.toHexString(point) + "}.exe");
        assertThat(Untrusted.of(name).unescaped()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"葛\uDB40\uDD00城.docx", "ガ行.txt", "𠮷野.xlsx", "a b-c_d.pdf"})
    void namesStayAsTheyAre(String name) {
        assertThat(Untrusted.of(name)).hasToString(name);
    }
}
