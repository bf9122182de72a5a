package jp.kiyome.bridge.rspamd;

import java.net.URI;
import java.time.Duration;
import jp.kiyome.bridge.verdict.ScoreRule;

/**
 * How rspamd is asked.
 *
 * @param name as the policy calls the source
 * @param server of its normal worker, without a path
 * @param rule what scores mean; rspamd's own actions make a mail suspicious too
 * @param mostBytes larger mails are not sent; rspamd's max_message must be no smaller
 * @param time for one mail
 */
public record RspamdSettings(String name, URI server, ScoreRule rule, long mostBytes, Duration time) {

    /** Suspicious from 6, never a threat; 25 MiB; 30 seconds. */
    public static RspamdSettings of(String name, URI server) {
        return new RspamdSettings(name, server, new ScoreRule(6, Double.MAX_VALUE), 25L << 20, Duration.ofSeconds(30));
    }

    public RspamdSettings withTime(Duration other) {
        return new RspamdSettings(name, server, rule, mostBytes, other);
    }
}
