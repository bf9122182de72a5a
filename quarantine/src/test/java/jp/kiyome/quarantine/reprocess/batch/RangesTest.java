package jp.kiyome.quarantine.reprocess.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.infrastructure.item.ExecutionContext;

class RangesTest {

    /** A process may be killed after a part was written down and before anything that is said of it beside. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 19, 20, 21, 1_280, 1_281, 20_000, 100_000, 3_000_001})
    void theNamesOfThePartsSayWhichTasksTheyAreAbout(long total) {
        Map<String, ExecutionContext> parts = new Ranges(() -> total).partition(2);
        long next = 0;
        for (Map.Entry<String, ExecutionContext> part : parts.entrySet()) {
            assertThat(part.getValue().isEmpty()).isTrue();
            Ranges.Range range = Ranges.of("part:" + part.getKey(), total);
            assertThat(range.first()).isEqualTo(next);
            assertThat(range.last()).isGreaterThanOrEqualTo(range.first());
            next = range.last() + 1;
        }
        assertThat(next).isEqualTo(total);
    }
}
