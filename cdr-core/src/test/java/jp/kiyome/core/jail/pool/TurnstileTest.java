package jp.kiyome.core.jail.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TurnstileTest {

    private final List<String> order = new CopyOnWriteArrayList<>();

    /** Waits in a thread of its own, notes when it is let in, and leaves when told. */
    private Thread visitor(Turnstile turnstile, String tenant, boolean large, CountDownLatch stay) throws Exception {
        Thread thread = Thread.ofPlatform().start(() -> {
            try (Turnstile.Turn _ = turnstile.enter(tenant, large)) {
                order.add(tenant);
                stay.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        // The order of arrival is the order of starting.
        while (thread.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        return thread;
    }

    @Test
    void tenantsTakeTurnsHoweverManyFilesOneHas() throws Exception {
        Turnstile turnstile = Turnstile.fair(2, 100);
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch rest = new CountDownLatch(0);
        visitor(turnstile, "x", false, first);
        Turnstile.Turn held = turnstile.enter("y", false);
        for (String tenant : List.of("a", "a", "a", "b", "c", "b")) {
            visitor(turnstile, tenant, false, rest);
        }
        order.clear();
        held.close();
        while (order.size() < 6) {
            Thread.sleep(1);
        }
        first.countDown();
        assertThat(order.subList(0, 3)).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void largeFilesOfABatchTakeAllPlaces() throws Exception {
        Turnstile turnstile = Turnstile.ofBatch(2, 100);
        CountDownLatch stay = new CountDownLatch(1);
        visitor(turnstile, "big", true, stay);
        visitor(turnstile, "big", true, stay);
        assertThat(order).containsExactly("big", "big");
        visitor(turnstile, "small", false, stay);
        assertThat(order).containsExactly("big", "big");
        stay.countDown();
    }

    @Test
    void smallFilesAreNotStuckBehindLargeOnes() throws Exception {
        Turnstile turnstile = Turnstile.fair(2, 100);
        CountDownLatch stay = new CountDownLatch(1);
        visitor(turnstile, "big", true, stay);
        visitor(turnstile, "big", true, stay);
        visitor(turnstile, "big", true, stay);
        turnstile.enter("small", false).close();
        turnstile.enter("small", false).close();
        assertThat(order).containsExactly("big");
        stay.countDown();
    }

    @Test
    void aLineThatIsFullTurnsAway() throws Exception {
        Turnstile turnstile = Turnstile.fair(2, 1);
        CountDownLatch stay = new CountDownLatch(1);
        turnstile.enter("a", false);
        turnstile.enter("a", false);
        visitor(turnstile, "a", false, stay);
        assertThatThrownBy(() -> turnstile.enter("b", false)).isInstanceOf(PoolBusy.class);
    }
}
