package jp.kiyome.mail.unlock;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.quarantine.item.Organisation;

/**
 * Remembers for a while what earlier mails may have named as a password: in this process's memory alone, the latest of so many. Threads
 * share it.
 */
final class Remembered {

    /** Senders and recipients that are remembered. */
    private static final int MOST_PAIRS = 20_000;

    /** Mails of one sender to one recipient. */
    private static final int MOST_MAILS = 3;

    private final Map<String, List<Kept>> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Kept>> eldest) {
            return size() > MOST_PAIRS;
        }
    };

    private record Kept(Source.Mail mail, Instant until) {}

    private static String key(Organisation organisation, Mailbox sender, Mailbox recipient) {
        return organisation + "\n" + Ascii.lower(sender.toString()) + "\n" + Ascii.lower(recipient.toString());
    }

    synchronized void keep(
            Organisation organisation, Mailbox sender, Mailbox recipient, Source.Mail mail, Instant until) {
        List<Kept> all = new ArrayList<>(kept.getOrDefault(key(organisation, sender, recipient), List.of()));
        all.removeIf(one -> one.mail().id().equals(mail.id()));
        all.addFirst(new Kept(mail, until));
        kept.put(key(organisation, sender, recipient), List.copyOf(all.subList(0, Math.min(all.size(), MOST_MAILS))));
    }

    /** The latest first. */
    synchronized List<Source.Mail> of(Organisation organisation, Mailbox sender, Mailbox recipient, Instant now) {
        String key = key(organisation, sender, recipient);
        List<Kept> all = Optional.ofNullable(kept.get(key)).orElse(List.of());
        List<Kept> valid = all.stream().filter(one -> now.isBefore(one.until())).toList();
        if (valid.isEmpty()) {
            kept.remove(key);
        } else {
            kept.put(key, valid);
        }
        return valid.stream().map(Kept::mail).toList();
    }
}
