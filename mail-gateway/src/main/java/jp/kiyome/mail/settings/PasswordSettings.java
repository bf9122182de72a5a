package jp.kiyome.mail.settings;

import java.time.Duration;

/**
 * How passwords for locked attachments are found and taken.
 *
 * @param fromMails whether they are looked for in other mails of the same sender
 * @param within how long after a locked mail a later one is searched
 * @param earlier how long candidates of an earlier one are remembered
 * @param tries mails of which the candidates are tried on one item; and as often people may try
 */
public record PasswordSettings(boolean fromMails, Duration within, Duration earlier, int tries) {

    public static PasswordSettings defaults() {
        return new PasswordSettings(true, Duration.ofHours(72), Duration.ofHours(24), 5);
    }
}
