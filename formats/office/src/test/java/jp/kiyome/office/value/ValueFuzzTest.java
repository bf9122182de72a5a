package jp.kiyome.office.value;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Run with {@code JAZZER_FUZZ=1} to look for new inputs; without it the known ones are tried again. */
class ValueFuzzTest {

    @FuzzTest(maxDuration = "10m")
    void writingTwiceChangesNothing(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        ValueLawsTest.LANGUAGES.forEach((name, language) -> language.apply(text).ifPresent(once -> {
            if (!language.apply(once).equals(java.util.Optional.of(once))) {
                throw new AssertionError(name + " is not canonical: " + once);
            }
        }));
    }
}
