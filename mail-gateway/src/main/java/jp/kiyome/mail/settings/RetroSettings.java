package jp.kiyome.mail.settings;

import java.time.Duration;

/**
 * Whether, and how, sources are asked again about what was delivered.
 *
 * @param asking whether they are at all
 * @param within how long after the delivery
 * @param every the longest between two questions about the same, though the source looks as it did
 * @param pause between two questions, of each organisation
 */
public record RetroSettings(boolean asking, Duration within, Duration every, Duration pause) {

    public static RetroSettings usual() {
        return new RetroSettings(true, Duration.ofDays(7), Duration.ofDays(1), Duration.ofSeconds(1));
    }
}
