package jp.kiyome.quarantine.outbox;

import java.time.Instant;
import java.util.Optional;
import jp.kiyome.quarantine.item.ItemId;

/**
 * A mail of the gateway's own to one recipient.
 *
 * @param name what makes it this one: who puts a letter of the same name twice has put it once; at most 64 characters
 * @param kind a word for what it is; at most 32 characters
 * @param recipient an address
 * @param about the item that it tells of
 * @param output the hash of an output of that item; where it is not empty the mail is only what goes before those bytes
 * @param mail ASCII, lines that end with CRLF
 * @param dsn what is asked of delivery reports about it
 * @param made when; kept to the millisecond
 * @param tries how often it was tried to hand it over
 */
public record Letter(
        String name,
        String kind,
        String recipient,
        Optional<ItemId> about,
        String output,
        String mail,
        Dsn dsn,
        Instant made,
        int tries) {

    /** Characters of a recipient at most. */
    public static final int LONGEST_RECIPIENT = 320;

    public Letter {
        if (name.length() > 64 || kind.length() > 32 || recipient.length() > LONGEST_RECIPIENT) {
            throw new IllegalArgumentException("a letter with a name, kind or recipient that is too long");
        }
        if (!output.isEmpty() && about.isEmpty()) {
            throw new IllegalArgumentException("an output of nothing");
        }
        made = Instant.ofEpochMilli(made.toEpochMilli());
    }

    /** One that was not tried yet. */
    public static Letter of(
            String name, String kind, String recipient, Optional<ItemId> about, String mail, Instant made) {
        return new Letter(name, kind, recipient, about, "", mail, Dsn.none(), made, 0);
    }

    /** The same, before the bytes of an output of the item that it is about. */
    public Letter before(String sha256) {
        return new Letter(name, kind, recipient, about, sha256, mail, dsn, made, tries);
    }

    /** The same, with what its sender has asked. */
    public Letter asking(Dsn reports) {
        return new Letter(name, kind, recipient, about, output, mail, reports, made, tries);
    }
}
