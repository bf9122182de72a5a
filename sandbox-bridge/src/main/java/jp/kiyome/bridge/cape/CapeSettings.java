package jp.kiyome.bridge.cape;

import java.net.URI;
import java.time.Duration;
import jp.kiyome.bridge.verdict.ScoreRule;

/**
 * How a CAPE is asked.
 *
 * @param name as the policy calls the source
 * @param server its web server, without a path
 * @param token of its API; empty when it asks for none
 * @param tags of machines, with commas; empty to let CAPE choose
 * @param rule what its {@code malscore}, 0 to 10, means
 * @param mails whether it is handed whole mails as they came; else files and addresses alone
 * @param mostBytes larger files are not sent
 * @param firstLook time before the first look; each later one waits half as long again, a minute at most
 * @param time for one submission until its report, when somebody waits for it
 */
public record CapeSettings(
        String name,
        URI server,
        String token,
        String tags,
        ScoreRule rule,
        boolean mails,
        long mostBytes,
        Duration firstLook,
        Duration time) {

    /** Suspicious from 4, a threat from 7; 100 MiB; first look after 15 seconds; 20 minutes. */
    public static CapeSettings of(String name, URI server) {
        return new CapeSettings(
                name,
                server,
                "",
                "",
                new ScoreRule(4, 7),
                false,
                100L << 20,
                Duration.ofSeconds(15),
                Duration.ofMinutes(20));
    }

    public CapeSettings withToken(String other) {
        return new CapeSettings(name, server, other, tags, rule, mails, mostBytes, firstLook, time);
    }

    public CapeSettings withTags(String other) {
        return new CapeSettings(name, server, token, other, rule, mails, mostBytes, firstLook, time);
    }

    public CapeSettings withMails() {
        return new CapeSettings(name, server, token, tags, rule, true, mostBytes, firstLook, time);
    }

    public CapeSettings withTimes(Duration first, Duration all) {
        return new CapeSettings(name, server, token, tags, rule, mails, mostBytes, first, all);
    }

    /** The token is nobody's business. */
    @Override
    public String toString() {
        return "CapeSettings[" + name + ", " + server + "]";
    }
}
