package jp.kiyome.bridge.icap;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.WhyNotScanned;

/**
 * What a service says it can (RFC 3507 §4.10.2).
 *
 * @param preview bytes it wants to see first; empty when it wants no preview
 * @param allow204 whether it may answer that nothing has to change
 * @param connections at a time; empty when it does not say
 * @param lifetime how long this holds
 * @param tag changes whenever the service's answers may change (ISTag, §4.7)
 */
record IcapOptions(
        Optional<Integer> preview, boolean allow204, Optional<Integer> connections, Duration lifetime, String tag) {

    /** A preview that is larger says nothing more. */
    private static final int MOST_PREVIEW = 1 << 20;

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration USUAL = Duration.ofMinutes(5);

    /**
     * Reads the answer to OPTIONS.
     *
     * @throws Unanswered when the service cannot be used in this mode
     */
    static IcapOptions of(Head head, IcapMode mode) {
        int status = head.status("ICAP/1.0");
        if (status != 200) {
            throw new Unanswered(WhyNotScanned.REFUSED, head.firstLine());
        }
        boolean known = lists(head, "methods", mode.name());
        if (!known) {
            throw new Unanswered(WhyNotScanned.REFUSED, "no " + mode);
        }
        Optional<Integer> preview = head.number("preview").map(bytes -> Math.min(bytes, MOST_PREVIEW));
        return new IcapOptions(
                preview,
                lists(head, "allow", "204"),
                head.number("max-connections").filter(count -> count > 0),
                head.number("options-ttl")
                        .map(Duration::ofSeconds)
                        .map(IcapOptions::bounded)
                        .orElse(USUAL),
                head.field("istag").orElse(""));
    }

    private static Duration bounded(Duration time) {
        return time.compareTo(SHORTEST) < 0 ? SHORTEST : time.compareTo(LONGEST) > 0 ? LONGEST : time;
    }

    private static boolean lists(Head head, String field, String word) {
        return head.field(field).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(one -> one.strip().equals(word));
    }
}
