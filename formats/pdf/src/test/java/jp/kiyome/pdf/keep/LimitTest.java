package jp.kiyome.pdf.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.pdf.Rebuilding;
import org.junit.jupiter.api.Test;

/** A part that cannot be read goes; a budget that is used up ends the file. */
class LimitTest {

    @Test
    void aRefusedPartIsNothing() {
        assertThat(Attempt.at(() -> {
                    throw Refusal.of("pdf.damaged", "");
                }))
                .isEqualTo(Optional.empty());
    }

    @Test
    void aUsedUpBudgetIsNeverSwallowed() {
        Budget budget = new Budget(Limits.defaults(), 1);
        assertThatThrownBy(() -> Attempt.at(() -> {
                    budget.decode(1L << 50);
                    return Optional.empty();
                }))
                .isInstanceOf(LimitReached.class);
    }

    @Test
    void aPictureBeyondTheLimitBlocksTheFile() {
        Rebuilding result = Rebuilding.of(Rebuilding.page(
                "<</XObject<</I 5 0 R>>>>",
                "/I Do",
                Rebuilding.stream(
                        5,
                        "/Subtype/Image/Width 1000000/Height 1000000/ColorSpace/DeviceGray/BitsPerComponent 8",
                        "x")));
        assertThat(result.outcome()).isEqualTo("Blocked");
        assertThat(result.codes()).contains("limit.image-pixels");
    }

    @Test
    void aPictureThatCannotBeReadIsBlank() {
        Rebuilding result = Rebuilding.of(Rebuilding.page(
                "<</XObject<</I 5 0 R>>>>",
                "/I Do",
                Rebuilding.stream(5, "/Subtype/Image/Width 9/Height 9/Filter/Nonsense/ColorSpace/DeviceGray", "x")));
        assertThat(result.outcome()).isEqualTo("Rebuilt");
        assertThat(result.codes()).contains("pdf.picture");
    }

    @Test
    void moreThanAHandfulOfFiltersIsRefused() {
        Rebuilding result = Rebuilding.of(
                Rebuilding.page("<<>>", "f").replace("/Length 1", "/Length 1/Filter[/AHx/AHx/AHx/AHx/AHx/AHx]"));
        assertThat(result.outcome()).isEqualTo("Blocked");
        assertThat(result.codes()).contains("pdf.too-complex");
    }

    @Test
    void overlappingObjectsAreNotReadWithoutEnd() {
        String open = "trailer<</A(".repeat(60_000);
        Rebuilding result = Rebuilding.of(Rebuilding.page("<<>>", "f").replace("%%EOF", open + "%%EOF"));
        assertThat(result.outcome()).isEqualTo("Blocked");
        assertThat(result.codes()).anyMatch(code -> code.startsWith("limit."));
    }
}
