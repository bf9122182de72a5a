package jp.kiyome.core.jail.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import jp.kiyome.core.policy.JailRule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every misbehaviour alone, in a whole jail: how it ends, why, and that the next file does not notice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MisbehaviourTest {

    private MockPool pool;
    private Leftovers before;

    @BeforeAll
    void start() {
        assumeThat(MockPool.canBeJailed()).as("bubblewrap is installed").isTrue();
        new MockPool(JailRule.REQUIRED).close();
        before = Leftovers.now();
        pool = new MockPool(JailRule.REQUIRED);
    }

    @AfterAll
    void nothingIsLeft() {
        if (pool != null) {
            pool.close();
            assertThat(Leftovers.now().processes()).isLessThanOrEqualTo(before.processes());
            assertThat(Leftovers.now().directories()).isLessThanOrEqualTo(before.directories());
            assertThat(Leftovers.now().descriptors()).isLessThanOrEqualTo(before.descriptors() + 4);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "! sleep,         FAILED,  jail.worker-late",
        "! spin,          FAILED,  jail.worker-late",
        "! dawdle,        BLOCKED, limit.time",
        "! heap,          FAILED,  file.failed OutOfMemoryError",
        "! direct,        FAILED,  file.failed OutOfMemoryError",
        "! throw,         FAILED,  file.failed NoClassDefFoundError",
        "! deep,          FAILED,  file.failed StackOverflowError",
        "! exit,          FAILED,  jail.worker-died exit code 0",
        "! crash,         FAILED,  jail.worker-died",
        "! flood,         FAILED,  jail.worker-lied",
        "! lie-length,    FAILED,  jail.worker-lied a frame of 2147483647 bytes",
        "! socket,        FAILED,  file.failed",
        "! listen,        FAILED,  file.failed",
        "! channel,       FAILED,  file.failed",
        "! passwd,        FAILED,  file.failed IllegalStateException: java.nio.file.NoSuchFileException: /etc/passwd",
        "! process,       FAILED,  file.failed",
        "! fork-bomb,     FAILED,  file.failed",
        "! write-outside, FAILED,  file.failed IllegalStateException: java.io.IOException: tried 4 places and wrote to 0",
        "! environment,   FAILED,  file.failed IllegalStateException: java.io.IOException: nothing to see",
        "! answer-other,  FAILED,  jail.worker-lied answers what was not asked",
        "! disk,          FAILED,  file.failed",
        "? crash,         FAILED,  jail.worker-died",
        "? sleep,         FAILED,  jail.worker-late",
    })
    void endsTheFileAlone(String line, String verdict, String reason) {
        MockPool.Ended ended = pool.sanitize(line);
        assertThat(ended.reason()).startsWith(reason).doesNotContain("BREACH");
        assertThat(ended.verdict()).isEqualTo(verdict);
        assertThat(ended.output()).isEmpty();
        assertThat(pool.sanitize("ordinary", "after " + line).output())
                .isEqualTo("MOCK\nordinary\nafter " + line + "\n");
    }

    @Test
    void threadsWithoutEndEndTheFile() {
        assertThat(pool.sanitize("! threads").verdict()).isEqualTo("FAILED");
        assertThat(pool.sanitize("after threads").verdict()).isEqualTo("REBUILT");
    }

    @Test
    void whatGoesOnAfterTheAnswerCostsTheWorkerItsPlace() {
        long recycled = pool.pool.figures().of(Figures.Event.RECYCLED);
        assertThat(pool.sanitize("! linger").verdict()).isEqualTo("REBUILT");
        assertThat(pool.sanitize("! answer-twice").verdict()).isEqualTo("REBUILT");
        assertThat(pool.sanitize("next").verdict()).isEqualTo("REBUILT");
        assertThat(pool.pool.figures().of(Figures.Event.RECYCLED)).isGreaterThanOrEqualTo(recycled + 2);
    }

    @Test
    void aFileThatEndsTwoWorkersIsNotGivenAThird() {
        pool.sanitize("! exit", "remembered");
        long started = pool.pool.figures().of(Figures.Event.DIED);
        assertThat(pool.sanitize("! exit", "remembered").reason()).startsWith("jail.killed-before");
        assertThat(pool.pool.figures().of(Figures.Event.DIED)).isEqualTo(started);
    }

    @Test
    void nothingWasWrittenOutside() {
        pool.sanitize("! write-outside", "again");
        for (String place : new String[] {"/var/tmp/kiyome-breach", "/kiyome-breach", "/work/kiyome-breach"}) {
            assertThat(Files.exists(Path.of(place))).as(place).isFalse();
        }
    }
}
