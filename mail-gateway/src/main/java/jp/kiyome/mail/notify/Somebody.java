package jp.kiyome.mail.notify;

import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.relay.Concerning;
import jp.kiyome.mail.relay.Gist;

/** Tells people from programs, by the envelope and by what the worker that read a mail says of it. Stateless. */
final class Somebody {

    private static final Set<String> PROGRAMS = Set.of("mailer-daemon", "postmaster", "listserv", "majordomo", "root");

    private Somebody() {}

    /** Whether a person sent a mail; not where nobody could read it. Because of others nothing is sent to anybody (RFC 3834 §2). */
    static boolean sent(Concerning mail) {
        boolean person = mail.sender().map(Somebody::is).orElse(false);
        return person && mail.gist().map(Gist::automatic).equals(Optional.of(false));
    }

    /** Whether an address is not one of those by which lists and servers write. */
    static boolean is(Mailbox mailbox) {
        String local = Ascii.lower(mailbox.local());
        return !PROGRAMS.contains(local)
                && !local.startsWith("owner-")
                && !local.endsWith("-owner")
                && !local.endsWith("-request")
                && !local.matches("(.*-)?bounces?([-+=].*)?");
    }
}
