package jp.kiyome.mail.authentication.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CacheTest {

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private int asked;

    private Cache over(Answer answer, long most) {
        Resolver counting = (question, deadline) -> {
            asked++;
            return answer;
        };
        return new Cache(counting, () -> now, most);
    }

    private int askedAfter(Answer answer, Duration pause) {
        Cache cache = over(answer, 100_000);
        asked = 0;
        ask(cache, "a.example");
        now = now.plus(pause);
        assertThat(ask(cache, "A.example.")).isEqualTo(answer);
        return asked;
    }

    private static Answer ask(Cache cache, String name) {
        return cache.ask(new Question(name, RecordType.A), Deadline.in(Duration.ofMinutes(1)));
    }

    private static Answer found(long seconds) {
        return new Answer.Found(java.util.List.of("192.0.2.1"), seconds);
    }

    @Test
    void answersLastAsLongAsTheirZoneSays() {
        assertThat(askedAfter(found(60), Duration.ofSeconds(59))).isEqualTo(1);
        assertThat(askedAfter(found(60), Duration.ofSeconds(61))).isEqualTo(2);
    }

    @Test
    void noZoneIsAskedAllTheTimeNorRememberedForEver() {
        assertThat(askedAfter(found(0), Duration.ofSeconds(4))).isEqualTo(1);
        assertThat(askedAfter(found(1_000_000), Duration.ofHours(2))).isEqualTo(2);
    }

    @Test
    void nothingIsRememberedForAShorterTimeAndTroubleIsNot() {
        assertThat(askedAfter(new Answer.Nothing(60), Duration.ofSeconds(59))).isEqualTo(1);
        assertThat(askedAfter(new Answer.Nothing(100_000), Duration.ofSeconds(301)))
                .isEqualTo(2);
        assertThat(askedAfter(new Answer.Trouble(), Duration.ZERO)).isEqualTo(2);
    }

    @Test
    void theRoomIsBounded() {
        Cache cache = over(found(60), 10_000);
        for (int i = 0; i < 1000; i++) {
            ask(cache, "n" + i + ".example");
        }
        assertThat(cache.size()).isBetween(10, 50);
        asked = 0;
        ask(cache, "n999.example");
        assertThat(asked).isZero();
        ask(cache, "n0.example");
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void anAnswerTooLargeIsGivenAndNotKept() {
        Cache cache = over(new Answer.Found(java.util.List.of("x".repeat(9_000)), 60), 10_000);
        ask(cache, "a.example");
        assertThat(cache.size()).isZero();
    }
}
