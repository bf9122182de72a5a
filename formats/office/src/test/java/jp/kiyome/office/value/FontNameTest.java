package jp.kiyome.office.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FontNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ＭＳ 明朝",
                "@ＭＳ ゴシック",
                "+mn-lt",
                "游ゴシック Light",
                "HGP創英角ｺﾞｼｯｸUB",
                "ＭＳ 明朝;MS Mincho",
                "Times New Roman, serif",
                "Segoe UI Emoji"
            })
    void namesOfFontsStay(String name) {
        assertThat(FontName.fits(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\\example.invalid\\f", "http://example.invalid/x.ttf", "x/y", "C:x", "a\nb"})
    void pathsAndAddressesAreNoNames(String name) {
        assertThat(FontName.fits(name)).isFalse();
    }
}
