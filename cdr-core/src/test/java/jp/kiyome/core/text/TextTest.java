package jp.kiyome.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void placesAreFilledOnce() {
        Bilingual text = new Bilingual("{1}の{0}", "{0} of {1} {2} {x");
        assertThat(text.with("{1}", "b")).isEqualTo(new Bilingual("bの{1}", "{1} of b {2} {x"));
    }

    @Test
    void aTextThatLacksALanguageIsRefused() {
        assertThatThrownBy(() -> new Bilingual("", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Bilingual("x", " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theEnvironmentChoosesTheLanguageInTheOrderOfPosix() {
        assertThat(Language.ofEnvironment(Map.of("LANG", "ja_JP.UTF-8"))).isEqualTo(Language.JAPANESE);
        assertThat(Language.ofEnvironment(Map.of("LANG", "ja_JP.UTF-8", "LC_ALL", "C")))
                .isEqualTo(Language.ENGLISH);
        assertThat(Language.ofEnvironment(Map.of("LANG", "ja_JP.UTF-8", "LC_ALL", "")))
                .isEqualTo(Language.JAPANESE);
        assertThat(Language.ofEnvironment(Map.of())).isEqualTo(Language.ENGLISH);
    }
}
