package jp.kiyome.office.lock;

import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Session;

/** Whether a document that a password opened is locked with it again, or delivered open, as the policy says. Stateless. */
public final class OutputLock {

    /** The same choice as for PDF files. */
    public static final PolicyOption OPTION = PolicyOption.of("document.password", "keep", "open");

    private OutputLock() {}

    /** Whether the password goes; tells it. */
    public static boolean opens(Session session) {
        boolean opens = session.policy().choice(OPTION).equals("open");
        if (opens) {
            session.found(Finding.of("crypto.opened", Action.CHANGED, Location.wholeFile()));
        }
        return opens;
    }

    /** The password to lock the output with: the one that opened the input, or none. */
    public static Optional<String> of(Optional<String> password, Session session) {
        return password.filter(secret -> !opens(session));
    }
}
