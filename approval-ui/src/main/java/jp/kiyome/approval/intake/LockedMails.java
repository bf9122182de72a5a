package jp.kiyome.approval.intake;

import java.util.List;
import jp.kiyome.approval.person.Person;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Kind;

/**
 * Opens locked files of a mail with a password that one of its recipients has typed. What is opened comes to that person in another mail;
 * the gateway keeps to its own rules and counts. No password is written anywhere. Threads share it.
 */
public interface LockedMails {

    /** What came of it. */
    enum Answer {
        /** Something is open now, and on its way. */
        OPENED,
        /** The password opens nothing. */
        WRONG,
        /** It was tried too often; nothing was tried. */
        TOO_MANY_TRIES,
        /** It is open, and a rule keeps it back. */
        KEPT_BACK,
        /** Nothing in it is locked for this person. */
        NOT_LOCKED
    }

    /**
     * Tries passwords.
     *
     * @param item of the person's own
     */
    Answer unlock(Person person, Item item, List<String> passwords);

    /** Whether there may be something to open: files inside a mail that went its way without them, or that nothing but a lock holds. */
    static boolean isFor(Item item) {
        boolean goes =
                switch (item.state()) {
                    case REBUILT, DELIVERED -> true;
                    case HELD ->
                        item.conclusion()
                                .filter(was -> was.root().verdict() == Verdict.LOCKED)
                                .isPresent();
                    case RECEIVED,
                            PROCESSING,
                            BLOCKED,
                            LOCKED,
                            FAILED,
                            REQUESTED,
                            APPROVED,
                            RETURNED,
                            DENIED,
                            EXPIRED,
                            ERASED -> false;
                };
        return goes
                && item.arrival().kind() == Kind.MAIL
                && item.conclusion().stream()
                        .flatMap(was -> was.root().all().skip(1))
                        .anyMatch(part -> part.verdict() == Verdict.LOCKED);
    }
}
