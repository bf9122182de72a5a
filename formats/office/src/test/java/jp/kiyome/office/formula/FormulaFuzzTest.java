package jp.kiyome.office.formula;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import jp.kiyome.office.formula.FormulaVerdict.Allowed;

/** Run with {@code JAZZER_FUZZ=1} to look for new inputs; without it the known ones are tried again. */
class FormulaFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void writingTwiceChangesNothing(byte[] bytes) {
        FormulaGrammar grammar = FormulaGrammar.excel();
        if (grammar.judge(new String(bytes, StandardCharsets.UTF_8)) instanceof Allowed once
                && !grammar.judge(once.text()).equals(once)) {
            throw new AssertionError("not canonical: " + once);
        }
    }
}
