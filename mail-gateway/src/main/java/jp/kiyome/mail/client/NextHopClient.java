package jp.kiyome.mail.client;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.kiyome.mail.server.Recipient;
import jp.kiyome.mail.settings.Handling;
import jp.kiyome.mail.settings.NextHop;
import jp.kiyome.mail.smtp.Reply;
import jp.kiyome.mail.smtp.SmtpTrouble;
import jp.kiyome.mail.smtp.Watchdog;

/**
 * Hands mail to next hops: to the first of a list that can be talked to. Once some of a mail was sent no other is tried. Threads share it.
 */
public final class NextHopClient implements AutoCloseable {

    private static final Reply NOBODY = new Reply(451, "4.4.1 The next hop cannot be reached");

    private final String name;
    private final Handling handling;
    private final HopHealth health;
    private final Watchdog watchdog = new Watchdog();

    /** @param name by which this host greets */
    public NextHopClient(String name, Handling handling, HopHealth health) {
        this.name = name;
        this.handling = handling;
        this.health = health;
    }

    /**
     * Sends a mail.
     *
     * @param delivered told of each recipient at the moment when the hop has taken the mail for it, before anything else happens
     * @return what became of it for each recipient
     */
    public Map<Recipient, Fate> send(Shipment shipment, List<NextHop> hops, Consumer<Recipient> delivered) {
        try {
            Stuffing.insistLines(shipment.content());
        } catch (Stuffing.BareLineEnd e) {
            return all(shipment, new Fate.Deferred(new Reply(451, "4.3.0 Not a mail that may be sent"), false));
        }
        Fate last = new Fate.Deferred(NOBODY, false);
        for (NextHop hop : hops) {
            if (!health.mayTry(hop)) {
                continue;
            }
            Attempt attempt = attempt(shipment, hop, delivered);
            if (attempt.fates().isPresent()) {
                return attempt.fates().get();
            }
            last = attempt.otherwise();
        }
        return all(shipment, last);
    }

    /** What one next hop made of it; empty where another may be tried. */
    private record Attempt(Optional<Map<Recipient, Fate>> fates, Fate otherwise) {}

    private Attempt attempt(Shipment shipment, NextHop hop, Consumer<Recipient> delivered) {
        Map<Recipient, Fate> fates = new LinkedHashMap<>();
        try (Conversation talk = Conversation.open(hop, name, watchdog, handling.connectTime(), handling.hopTime())) {
            try (Watchdog.Guard _ = watchdog.guard(talk::close, handling.hopTime())) {
                return attempt(shipment, hop, talk, fates, delivered);
            } catch (SmtpTrouble trouble) {
                Fate fate = new Fate.Deferred(
                        Reply.quoting(451, "4.4.2 " + hop + " " + trouble.getMessage()),
                        talk.stage() == Conversation.Stage.ANSWER);
                if (talk.stage() == Conversation.Stage.BEFORE) {
                    health.failed(hop);
                    return new Attempt(Optional.empty(), fate);
                }
                // Those who were refused before, and those for whom the answer came, keep it.
                Map<Recipient, Fate> all = all(shipment, fate);
                fates.forEach((recipient, known) -> {
                    if (!(known instanceof Fate.Delivered) || talk.answered(recipient)) {
                        all.put(recipient, known);
                    }
                });
                return new Attempt(Optional.of(all), fate);
            }
        } catch (SmtpTrouble unreachable) {
            health.failed(hop);
            return new Attempt(
                    Optional.empty(),
                    new Fate.Deferred(Reply.quoting(451, "4.4.1 " + hop + " " + unreachable.getMessage()), false));
        }
    }

    private Attempt attempt(
            Shipment shipment,
            NextHop hop,
            Conversation talk,
            Map<Recipient, Fate> fates,
            Consumer<Recipient> delivered)
            throws SmtpTrouble {
        Reply hello = talk.greet();
        if (!hello.isPositive()) {
            health.failed(hop);
            return new Attempt(Optional.empty(), new Fate.Deferred(asTransient(hello), false));
        }
        health.reached(hop);
        if (hop.forwards() && talk.offers("XFORWARD")) {
            talk.say(Lines.forward(shipment.envelope().client()));
        }
        boolean sayable = Lines.senderIsAscii(shipment.envelope()) || talk.offers("SMTPUTF8");
        Reply from = sayable ? talk.mail(shipment) : new Reply(553, "5.6.7 The next hop does not know such addresses");
        if (!from.isPositive()) {
            talk.quit();
            return new Attempt(Optional.of(all(shipment, Fate.of(from))), Fate.of(from));
        }
        fates.putAll(talk.recipients(shipment));
        Set<Recipient> accepted = fates.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Fate.Delivered)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!accepted.isEmpty()) {
            talk.data(shipment, fates, accepted, delivered);
        }
        talk.quit();
        return new Attempt(Optional.of(fates), new Fate.Deferred(NOBODY, false));
    }

    /** That a server has no time for us says nothing of the mail. */
    private static Reply asTransient(Reply reply) {
        return reply.isPermanent() ? new Reply(451, "4.3.0 " + reply.text()) : reply;
    }

    private static Map<Recipient, Fate> all(Shipment shipment, Fate fate) {
        Map<Recipient, Fate> all = new LinkedHashMap<>();
        shipment.envelope().recipients().forEach(recipient -> all.put(recipient, fate));
        return all;
    }

    @Override
    public void close() {
        watchdog.close();
    }
}
