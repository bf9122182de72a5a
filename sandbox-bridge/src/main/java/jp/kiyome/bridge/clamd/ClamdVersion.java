package jp.kiyome.bridge.clamd;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.WhyNotScanned;

/**
 * What clamd says to VERSION: {@code ClamAV 1.4.6/27811/Tue Nov 11 10:00:00 2026}; without official signatures only the
 * engine.
 *
 * @param text all of it
 * @param signatures when the daily signatures were made. clamd writes its own local time without saying which: taken as UTC, so
 *     up to half a day wrong
 */
record ClamdVersion(String text, Optional<Instant> signatures) {

    private static final DateTimeFormatter CTIME = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss uuuu", Locale.ROOT);

    /**
     * Reads an answer.
     *
     * @throws Unanswered when it is not clamd's
     */
    static ClamdVersion read(String answer) {
        if (!answer.startsWith("ClamAV ") || answer.length() > 200) {
            throw new Unanswered(WhyNotScanned.PROTOCOL, answer);
        }
        String[] parts = answer.split("/", 3);
        return new ClamdVersion(answer, parts.length == 3 ? time(parts[2]) : Optional.empty());
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text.strip().replaceAll(" +", " "), CTIME)
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
