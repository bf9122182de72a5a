package jp.kiyome.core.jail.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import jp.kiyome.core.policy.JailRule;
import org.junit.jupiter.api.Test;

class RecruiterTest {

    @Test
    void aWorkerThatTheSystemTookBackBeforeItWasOneIsStartedAgain() {
        CompletableFuture<Worker> takenBack =
                CompletableFuture.failedFuture(new UncheckedIOException(new IOException("no process")));
        try (Recruiter recruiter = new Recruiter(MockPool.settings(JailRule.OFF), new Figures())) {
            Worker worker = recruiter.ready(takenBack);
            assertThat(worker.isReady()).isTrue();
            worker.kill();
        }
    }
}
