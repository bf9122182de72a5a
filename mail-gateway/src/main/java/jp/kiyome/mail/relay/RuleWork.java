package jp.kiyome.mail.relay;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.mail.client.Fate;
import jp.kiyome.mail.client.Shipment;
import jp.kiyome.mail.rules.Decision;
import jp.kiyome.mail.server.Recipient;
import jp.kiyome.mail.settings.NextHop;
import jp.kiyome.mail.smtp.Reply;

/** What is done with a mail by rules, beside holding it and rebuilding it once more. Not thread-safe. */
final class RuleWork {

    private static final String NOWHERE = "no isolated mail server is named in the settings";

    private final Handlers shared;
    private final Content content;
    private final String mail;

    /** @param mail by which it is known when it comes again */
    RuleWork(Handlers shared, Content content, String mail) {
        this.shared = shared;
        this.content = content;
        this.mail = mail;
    }

    /** One answer for all: it is refused where everybody's rules refuse it. */
    static boolean rejects(List<Prepared> prepared) {
        return !prepared.isEmpty()
                && prepared.stream().allMatch(one -> one.decision().end() == Decision.End.REJECT);
    }

    static Reply rejection(List<Prepared> prepared, String reference) {
        String text = prepared.getFirst().decision().text();
        return Reply.quoting(550, "5.7.1 " + text + "; reference " + reference);
    }

    /** Sends originals to the isolated network where rules want that; what cannot be sent is held instead. */
    List<Prepared> forwarded(List<Prepared> prepared) {
        List<Prepared> all = new ArrayList<>();
        for (Prepared one : prepared) {
            all.add(one.decision().forwards() ? forward(one) : one);
        }
        return all;
    }

    private Prepared forward(Prepared one) {
        List<NextHop> hops = one.share().route().organisation().isolated();
        if (hops.isEmpty()) {
            return one.heldFor(NOWHERE);
        }
        List<Recipient> open = one.share().envelope().recipients().stream()
                .filter(recipient -> !shared.had().has(key(recipient)))
                .toList();
        if (open.isEmpty()) {
            return one;
        }
        Shipment shipment = new Shipment(one.share().envelope().to(open), "", content);
        Map<Recipient, Fate> fates =
                shared.client().send(shipment, hops, recipient -> shared.had().note(key(recipient)));
        return fates.values().stream()
                .filter(fate -> !(fate instanceof Fate.Delivered))
                .findFirst()
                .map(fate -> one.heldFor("isolated: " + fate.reply()))
                .orElse(one);
    }

    private String key(Recipient recipient) {
        return "isolated " + Handlers.key(mail, recipient);
    }

    /** Whether what could not be sent may be sent another time. */
    boolean mayComeAgain(List<Prepared> prepared) {
        return prepared.stream()
                .anyMatch(one -> !one.hold().isEmpty() && !one.hold().equals(NOWHERE));
    }

    /** Tells those who may want to know that a mail for them was refused. */
    void tellRejected(List<Prepared> prepared) {
        for (Prepared one : prepared) {
            String names = String.join(", ", one.decision().why());
            shared.notices().accept(Notice.of(Kind.REJECTED, one.share(), names, Optional.of(one.outcome())));
        }
        tell(prepared);
    }

    /** Tells whom rules want told, when a mail has been answered for good. */
    void tell(List<Prepared> prepared) {
        for (Prepared one : prepared) {
            one.share().envelope().recipients().forEach(recipient -> shared.had()
                    .forget(key(recipient)));
            tell(one, Kind.RULE, one.decision().tellAdministrator());
            tell(one, Kind.RULE_FOR_RECIPIENTS, one.decision().tellRecipient());
        }
    }

    private void tell(Prepared one, Kind kind, List<String> rules) {
        if (!rules.isEmpty()) {
            String names = String.join(", ", rules);
            shared.notices().accept(Notice.of(kind, one.share(), names, Optional.of(one.outcome())));
        }
    }
}
