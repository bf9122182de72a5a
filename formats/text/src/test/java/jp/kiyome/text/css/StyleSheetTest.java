package jp.kiyome.text.css;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class StyleSheetTest {

    private final List<String> lost = new ArrayList<>();

    private String kept(String sheet) {
        return StyleSheet.of(sheet, (what, external) -> lost.add(what));
    }

    @Test
    void rulesStayAndAtRulesGo() {
        assertThat(kept("a{color:red}@import url(x);b{color:blue}@media print{p{color:red}}"))
                .isEqualTo("a{color:red}\nb{color:blue}\n@media print{\np{color:red}\n}\n");
        assertThat(lost).containsExactly("@import url(x);");
    }

    @Test
    @Timeout(20)
    void aMillionRulesTakeTheirTimeAndNoMore() {
        assertThat(kept("a{}".repeat(1_000_000))).isEmpty();
        assertThat(kept("a;".repeat(1_000_000))).isEmpty();
        assertThat(kept("@b;".repeat(1_000_000) + "{}")).isEmpty();
    }
}
