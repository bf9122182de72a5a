package jp.kiyome.mail.unlock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.quarantine.audit.AuditRecord;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Store;

/** Finds mails with something in them that needs a password. Stateless but for the store. */
record LockedItems(Store store) {

    /** Mails of one sender that are looked at, the newest first. */
    private static final int MOST = 20;

    /** Those of a sender that came after a time. */
    List<Item> of(Organisation organisation, Mailbox sender, Instant since) {
        Criteria wanted = Criteria.where()
                .kind(Kind.MAIL)
                .address(Untrusted.of(sender.toString()))
                .finding("file.locked")
                .from(since)
                .build();
        return store.items().search(organisation, wanted, MOST).stream()
                .map(hit -> store.items().find(organisation, hit.id()))
                .flatMap(Optional::stream)
                .filter(item -> same(item.arrival().sender().unescaped(), sender.toString()))
                .filter(item -> lockedParts(item) > 0)
                .toList();
    }

    private static boolean same(String one, String other) {
        return Ascii.lower(one).equals(Ascii.lower(other));
    }

    /** Whether it went its way, or is about to. */
    static boolean isUnderWay(Item item) {
        return item.state() == State.REBUILT || item.state() == State.DELIVERED;
    }

    /** Whether nothing but a lock has kept it back. */
    private static boolean mayGo(Item item) {
        boolean lockedWhole = item.conclusion()
                .filter(what -> what.root().verdict() == Verdict.LOCKED)
                .isPresent();
        return isUnderWay(item) || item.state() == State.HELD && lockedWhole;
    }

    /** Files inside it; a mail that is locked as a whole is so for the holder of a certificate. */
    static long lockedParts(Item item) {
        return mayGo(item)
                ? item.conclusion().map(what -> lockedInside(what.root())).orElse(0L)
                : 0;
    }

    static boolean isKept(Item item) {
        return item.state() != State.EXPIRED && item.state() != State.ERASED;
    }

    static long lockedInside(Part root) {
        return root.all()
                .skip(1)
                .filter(part -> part.verdict() == Verdict.LOCKED)
                .count();
    }

    /** Of these, those whom the mail was for and who have not had it open yet. */
    List<Mailbox> waiting(Item item, List<Mailbox> people, List<AuditRecord> notes) {
        Set<String> recipients = new TreeSet<>();
        item.arrival().recipients().forEach(one -> recipients.add(Ascii.lower(one.unescaped())));
        Set<String> had = new TreeSet<>();
        notes.stream().filter(Tries::opened).forEach(note -> had.addAll(Tries.people(note)));
        List<Mailbox> waiting = new ArrayList<>();
        for (Mailbox one : people) {
            String name = Ascii.lower(one.toString());
            if (recipients.contains(name) && !had.contains(name) && !waiting.contains(one)) {
                waiting.add(one);
            }
        }
        return waiting;
    }
}
