package jp.kiyome.mail.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How mails are worked on.
 *
 * @param attempts how often a mail may fail before it is held
 * @param filesAtATime workers that rebuild
 * @param patience the most that a mail waits for its organisation's turn before its sender is asked to come back
 * @param hopTime the most that handing over to a next hop may take
 * @param connectTime the most that a connection to a next hop may take
 * @param coolDown how long a next hop that cannot be reached is not tried again
 * @param handedOver the file in which stands who has a mail whose sender was not told yet; empty for one in the store's folder
 */
public record Handling(
        int attempts,
        int filesAtATime,
        Duration patience,
        Duration hopTime,
        Duration connectTime,
        Duration coolDown,
        Optional<Path> handedOver) {

    public static Handling defaults() {
        return new Handling(
                5,
                Runtime.getRuntime().availableProcessors(),
                Duration.ofSeconds(10),
                Duration.ofMinutes(10),
                Duration.ofSeconds(20),
                Duration.ofSeconds(10),
                Optional.empty());
    }
}
