package jp.kiyome.pdf.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.pdf.content.ContentRewriter;
import jp.kiyome.pdf.content.InlinePictures;
import jp.kiyome.pdf.content.NamedResources;
import jp.kiyome.pdf.cos.ByteInput;
import jp.kiyome.pdf.cos.Cos;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class FieldDrawingTest {

    private static final Cos.Dict FONTS = Cos.Dict.EMPTY
            .with(FieldDrawing.LATIN, FieldDrawing.font(FieldDrawing.LATIN))
            .with(FieldDrawing.JAPANESE, FieldDrawing.font(FieldDrawing.JAPANESE));

    private static final List<String> TEXTS = List.of(
            "",
            "Kiyome",
            "清め (無害化) \\ ｷﾖﾒ",
            "été – naïve „quoted“ €",
            "first\nsecond\r\nthird\rfourth\tfifth",
            "𠮷野家 \uD83D\uDE00",
            "word ".repeat(500),
            "長い".repeat(3000));

    private static final List<FieldStyle> STYLES = List.of(
            FieldStyle.of(new byte[0], 0, 0, 0),
            FieldStyle.of(bytes("/F1 9 Tf 0 0 1 rg"), 2, 1 << 12, 0),
            FieldStyle.of(bytes("/F1 0 Tf 0 g"), 1, 1 << 24, 8));

    @TestFactory
    Stream<DynamicTest> whatIsDrawnReadsAsTheValue() {
        return each((text, style) -> {
            Optional<String> read =
                    FieldText.drawn(drawing(text, style), FONTS, value -> value, value -> Optional.empty(), budget());
            assertThat(read).hasValueSatisfying(drawn -> assertThat(FieldText.alike(drawn, text))
                    .isTrue());
        });
    }

    @TestFactory
    Stream<DynamicTest> rewritingADrawingChangesNothing() {
        return each((text, style) -> {
            byte[] drawing = drawing(text, style);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new ContentRewriter(
                            ByteInput.of(drawing),
                            NamedResources.ANY,
                            new NoPictures(),
                            out,
                            code -> {
                                throw new AssertionError(code);
                            },
                            budget())
                    .rewrite();
            assertThat(out.toByteArray()).isEqualTo(drawing);
        });
    }

    private interface Law {
        void holds(String text, FieldStyle style);
    }

    private static Stream<DynamicTest> each(Law law) {
        return STYLES.stream().flatMap(style -> TEXTS.stream()
                .map(text -> DynamicTest.dynamicTest(
                        style.lines() + " " + style.comb() + " " + text.substring(0, Math.min(9, text.length())),
                        () -> law.holds(text, style))));
    }

    private static byte[] drawing(String text, FieldStyle style) {
        Cos.Dict colours = Cos.Dict.EMPTY.with("BG", Cos.Arr.of(Cos.num(1))).with("BC", Cos.Arr.of(Cos.num(0)));
        return FieldDrawing.of(text, 120.25, 20, colours, style);
    }

    private static Budget budget() {
        return new Budget(Limits.defaults(), 1 << 20);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private record NoPictures() implements InlinePictures {
        @Override
        public long plainLength(Cos.Dict dict) {
            return -1;
        }

        @Override
        public Optional<Picture> rebuild(Picture picture) {
            return Optional.empty();
        }
    }
}
