package jp.kiyome.quarantine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import jp.kiyome.quarantine.item.Organisation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** On H2 nobody is in the middle of a transaction while another commits or is brought to disk. */
@Timeout(60)
class OneWriterTest {

    private static final Organisation ONE = new Organisation("city-one");
    private static final Organisation OTHER = new Organisation("city-other");

    @TempDir
    Path folder;

    @Test
    void whileOneWritesNobodyElseBegins() throws Exception {
        try (Database database = Database.open(new DatabaseSettings.Embedded(folder.resolve("store")))) {
            CountDownLatch inside = new CountDownLatch(1);
            CountDownLatch go = new CountDownLatch(1);
            AtomicBoolean begun = new AtomicBoolean();
            Thread first = Thread.ofVirtual()
                    .start(() -> database.write(ONE, rows -> {
                        inside.countDown();
                        return awaited(go);
                    }));
            assertThat(inside.await(30, TimeUnit.SECONDS)).isTrue();
            Thread second = Thread.ofVirtual()
                    .start(() -> database.write(OTHER, rows -> {
                        begun.set(true);
                        return true;
                    }));
            assertThat(second.join(Duration.ofMillis(300))).isFalse();
            assertThat(begun).isFalse();
            // Who reads does not wait.
            boolean read = database.read(OTHER, rows -> true);
            assertThat(read).isTrue();
            go.countDown();
            first.join();
            second.join();
            assertThat(begun).isTrue();
        }
    }

    @Test
    void nothingIsBroughtToDiskInTheMiddleOfATransactionAndThoseWhoWaitShareIt() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger torn = new AtomicInteger();
        AtomicInteger checkpoints = new AtomicInteger();
        OneWriter writer = new OneWriter(() -> {
            torn.addAndGet(inside.get());
            checkpoints.incrementAndGet();
        });
        List<Thread> all = IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofVirtual().start(() -> {
                    for (int k = 0; k < 50; k++) {
                        writer.write(() -> {
                            torn.addAndGet(inside.getAndIncrement());
                            Thread.onSpinWait();
                            return inside.decrementAndGet();
                        });
                    }
                }))
                .toList();
        for (Thread one : all) {
            one.join();
        }
        assertThat(torn).hasValue(0);
        assertThat(checkpoints.get()).isBetween(1, 400);
    }

    @Test
    void whatFailsIsNotBroughtToDiskAndTheNextOneIs() {
        AtomicInteger checkpoints = new AtomicInteger();
        OneWriter writer = new OneWriter(checkpoints::incrementAndGet);
        assertThatThrownBy(() -> writer.write(() -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(checkpoints).hasValue(0);
        assertThat(writer.write(() -> 7)).isEqualTo(7);
        assertThat(checkpoints).hasValue(1);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
