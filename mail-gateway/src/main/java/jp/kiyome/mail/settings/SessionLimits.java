package jp.kiyome.mail.settings;

import java.time.Duration;

/**
 * The most that one client gets.
 *
 * @param size bytes of a mail
 * @param recipients of a mail
 * @param connections at a time, of all
 * @param peerConnections at a time, of one address
 * @param mails of a connection
 * @param errors of a connection
 * @param idle that a client may be silent
 * @param command to get one command through
 * @param data to get one mail through
 * @param session of a connection
 * @param received lines of a mail: more is a loop
 */
public record SessionLimits(
        long size,
        int recipients,
        int connections,
        int peerConnections,
        int mails,
        int errors,
        Duration idle,
        Duration command,
        Duration data,
        Duration session,
        int received) {

    public static SessionLimits defaults() {
        return new SessionLimits(
                100L << 20,
                1_000,
                2_000,
                1_000,
                1_000,
                20,
                Duration.ofMinutes(5),
                Duration.ofMinutes(5),
                Duration.ofMinutes(30),
                Duration.ofHours(2),
                50);
    }
}
