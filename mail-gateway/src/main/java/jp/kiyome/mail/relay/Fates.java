package jp.kiyome.mail.relay;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import jp.kiyome.mail.client.Fate;
import jp.kiyome.mail.server.Recipient;
import jp.kiyome.mail.smtp.Reply;

/** What became of a mail so far, recipient by recipient. Not thread-safe. */
final class Fates {

    private final Map<Recipient, Fate> fates = new LinkedHashMap<>();
    private boolean someSafe;

    void add(Map<Recipient, Fate> some) {
        fates.putAll(some);
        someSafe |= some.values().stream().anyMatch(fate -> fate instanceof Fate.Delivered);
    }

    /** The store has it for those. */
    void safe(List<Recipient> recipients) {
        recipients.forEach(fates::remove);
        someSafe = true;
    }

    /** Whether anything of it cannot be taken back. */
    boolean isSomeSafe() {
        return someSafe;
    }

    List<Recipient> delivered() {
        return those(fate -> fate instanceof Fate.Delivered);
    }

    /** Those who have it neither from the next hop nor in the store. */
    List<Recipient> open() {
        return those(fate -> !(fate instanceof Fate.Delivered));
    }

    boolean isUncertain() {
        return fates.values().stream().anyMatch(fate -> fate instanceof Fate.Deferred deferred && deferred.uncertain());
    }

    /** What went wrong, for people. */
    String complaints(List<Recipient> about) {
        return fates.entrySet().stream()
                .filter(entry -> about.contains(entry.getKey()))
                .map(entry -> entry.getKey().mailbox() + ": " + entry.getValue().reply())
                .distinct()
                .limit(20)
                .collect(Collectors.joining("; "));
    }

    /** The one answer, when nothing of it is anywhere: to come again unless it is refused for everybody. */
    Reply refusal(String reference) {
        Fate first = fates.values().iterator().next();
        boolean forGood = fates.values().stream().allMatch(fate -> fate instanceof Fate.Refused);
        return forGood
                ? Reply.quoting(first.reply().code(), first.reply().text())
                : new Reply(451, "4.4.0 Not handed over yet; reference " + reference);
    }

    /** The answer for one who has it nowhere. */
    Reply refusal(Recipient recipient, String reference) {
        Fate fate = fates.get(recipient);
        return fate instanceof Fate.Refused(Reply reply)
                ? Reply.quoting(reply.code(), reply.text())
                : new Reply(451, "4.4.0 Not handed over yet; reference " + reference);
    }

    private List<Recipient> those(Predicate<Fate> which) {
        return fates.entrySet().stream()
                .filter(entry -> which.test(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
