package jp.kiyome.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.kiyome.bridge.verdict.SourceState;
import jp.kiyome.bridge.verdict.SourceState.Condition;
import jp.kiyome.quarantine.heartbeat.Measure;
import org.junit.jupiter.api.Test;

/** What the page of the machine's state says of a scanner. */
class ProbingTest {

    private static final Instant NOW = Instant.parse("2026-11-23T00:00:00Z");

    private static Measure of(Condition condition, Duration age, String... remarks) {
        SourceState state = new SourceState(condition, "ClamAV 1.4", Optional.of(NOW.minus(age)), List.of(remarks));
        return Probing.measure("clamd", state, NOW);
    }

    @Test
    void aScannerIsGoodWhenItIsReadyWithSignaturesOfThisWeek() {
        assertThat(of(Condition.READY, Duration.ofDays(6)).condition())
                .isEqualTo(jp.kiyome.quarantine.heartbeat.Condition.GOOD);
        assertThat(of(Condition.READY, Duration.ofDays(8)).condition())
                .isEqualTo(jp.kiyome.quarantine.heartbeat.Condition.DOUBTFUL);
        assertThat(of(Condition.UNFIT, Duration.ZERO).condition())
                .isEqualTo(jp.kiyome.quarantine.heartbeat.Condition.DOUBTFUL);
        assertThat(of(Condition.DOWN, Duration.ZERO).condition())
                .isEqualTo(jp.kiyome.quarantine.heartbeat.Condition.BAD);
    }

    @Test
    void itsVersionAndWhatIsWrongAreTold() {
        Measure measure = of(Condition.UNFIT, Duration.ZERO, "says nothing of the test file");
        assertThat(measure.reading().toString()).isEqualTo("ClamAV 1.4 says nothing of the test file");
        assertThat(measure.dated()).contains(NOW);
    }
}
