package jp.kiyome.office.field;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import jp.kiyome.office.field.FieldVerdict.Allowed;

/** Run with {@code JAZZER_FUZZ=1} to look for new inputs; without it the known ones are tried again. */
class FieldFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void writingTwiceChangesNothing(byte[] bytes) {
        if (FieldGrammar.judge(new String(bytes, StandardCharsets.UTF_8)) instanceof Allowed once
                && !FieldGrammar.judge(once.instruction()).equals(once)) {
            throw new AssertionError("not canonical: " + once);
        }
    }
}
