package jp.kiyome.pdf.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.pdf.Rebuilding;
import org.junit.jupiter.api.Test;

class InformationTest {

    private static final Policy REMOVE =
            Policy.of(Set.of(), Map.of(), Map.of("document.title", "remove"), Limits.defaults());

    private static String with(String information) {
        return Rebuilding.page("<<>>", "f", "7 0 obj" + information + "endobj")
                .replace("trailer<<", "trailer<</Info 7 0 R");
    }

    @Test
    void theTitleStaysAndNothingBesideIt() {
        Rebuilding result = Rebuilding.of(with("<</Title(heading)/Author(canary)>>"));
        assertThat(result.codes()).contains("pdf.metadata");
        assertThat(result.text()).contains("/Title(heading)").doesNotContain("canary");
    }

    @Test
    void theTitleGoesWhereThePolicySaysSo() {
        Rebuilding result = Rebuilding.of(with("<</Title(heading)>>"), REMOVE);
        assertThat(result.codes()).contains("pdf.metadata");
        assertThat(result.text()).doesNotContain("heading", "Title");
    }

    @Test
    void whatIsNoTextIsNoTitle() {
        Rebuilding result = Rebuilding.of(with("<</Title 4 0 R>>"));
        assertThat(result.outcome()).isEqualTo("Rebuilt");
        assertThat(result.codes()).contains("pdf.metadata");
        assertThat(result.text()).doesNotContain("Title");
    }
}
