package jp.kiyome.text.chars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanWriterTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "市民税\t①\f\r\n",
                "👨\u200D👩\u200D👧\u200D👦",
                "🏳\uFE0F\u200D🌈",
                "👍🏽",
                "1\uFE0F\u20E3",
                "葛\uDB40\uDD00飾区",
                "〆\uFE00",
                "می\u200Cخواهم",
                "क्\u200Dष",
                "שלום\u200F",
                "\uE000外字",
                "e\u0301",
                "\uFFFD",
                "𠮷野家",
                "が\u3099"
            })
    void whatWritingNeedsStays(String text) {
        Losses losses = new Losses("");
        assertThat(CleanWriter.clean(text, losses)).isEqualTo(text);
        assertThat(losses.none()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u202E",
                "\u2066",
                "\u200B",
                "\u2060",
                "\uFEFF",
                "\u00AD",
                "\u3164",
                "\u115F",
                "\uFFA0",
                "\u2800",
                "\u200E",
                "\u061C",
                "\u200D",
                "\uFE0F",
                "\uDB40\uDD00",
                "\uDB40\uDC41",
                "\uFFFA",
                "\uFFFF",
                "\u0000",
                "\u0008",
                "\u007F",
                "\u0090",
                "\u001B[31m",
                "\u001B]0;x\u0007",
                "\u009B1m",
                "\u001BPx\u001B\\",
                "\u001B(0",
                "\uDBC0\uDC00",
                "\u034F"
            })
    void whatShowsNothingGoes(String hidden) {
        Losses losses = new Losses("");
        assertThat(CleanWriter.clean("a" + hidden + "b", losses)).isEqualTo("ab");
        assertThat(losses.none()).isFalse();
    }

    @Property
    void cleaningTwiceChangesNothing(@ForAll("odd") String text) {
        String once = CleanWriter.clean(text, new Losses(""));
        Losses losses = new Losses("");
        assertThat(CleanWriter.clean(once, losses)).isEqualTo(once);
        assertThat(losses.none()).isTrue();
    }

    @Property
    void howTheTextIsCutDoesNotMatter(@ForAll("odd") String text, @ForAll int seed) {
        StringWriter pieces = new StringWriter();
        CleanWriter writer = new CleanWriter(pieces, LineEnds.LF, new Losses(""));
        int size = Math.floorMod(seed, 3) + 1;
        for (int i = 0; i < text.length(); i += size) {
            writer.write(text, i, Math.min(size, text.length() - i));
        }
        writer.close();
        assertThat(pieces.toString()).isEqualTo(CleanWriter.clean(text, new Losses("")));
    }

    @Provide
    Arbitrary<String> odd() {
        return Arbitraries.of(
                        "a",
                        "1",
                        "漢",
                        "\r",
                        "\n",
                        "\u001B",
                        "[",
                        "m",
                        "]",
                        "\u0007",
                        "\\",
                        "\u200D",
                        "\u200C",
                        "\uFE0F",
                        "\uFE00",
                        "\uDB40\uDD00",
                        "👨",
                        "🏽",
                        "\u202E",
                        "\u200F",
                        "ש",
                        "ی",
                        "क",
                        "\u2028",
                        "\u009B",
                        "\uFEFF",
                        "\u0000",
                        "P",
                        " ")
                .list()
                .ofMaxSize(12)
                .map(parts -> String.join("", parts));
    }
}
