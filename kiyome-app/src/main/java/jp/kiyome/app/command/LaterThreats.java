package jp.kiyome.app.command;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.kiyome.bridge.retro.Delivery;
import jp.kiyome.bridge.retro.RetroAlert;
import jp.kiyome.bridge.retro.RetroCef;
import jp.kiyome.bridge.retro.RetroHunt;
import jp.kiyome.bridge.retro.RetroMail;
import jp.kiyome.bridge.verdict.ThreatListener;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.mail.notify.Desk;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Criteria;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Store;

/**
 * Tells an organisation's administrators who has received what is now known for a threat, as the store knows it. What was told of a
 * delivery is noted in the trail once the letters are on disk: told twice at the worst. Threads share it.
 */
final class LaterThreats {

    private static final Actor WHO = Actor.service("mail-gateway");
    private static final String TOLD = "item.later-threat";
    private static final int MOST_ITEMS = 1_000;

    private final Organisation organisation;
    private final Store store;
    private final Desk desk;
    private final Consumer<String> log;

    private LaterThreats(Organisation organisation, Store store, Desk desk, Consumer<String> log) {
        this.organisation = organisation;
        this.store = store;
        this.desk = desk;
        this.log = log;
    }

    static ThreatListener listener(
            Organisation organisation, Store store, Desk desk, Consumer<String> log, InstantSource clock) {
        LaterThreats later = new LaterThreats(organisation, store, desk, log);
        RetroHunt hunt = new RetroHunt(later::deliveries, later::isNew, later::tell, clock);
        return (sha256, source, threat) -> {
            try {
                // One after the other: whether it was told is looked up before it is told.
                synchronized (later) {
                    hunt.threat(sha256, source, threat);
                }
            } catch (RuntimeException e) {
                // A listener must not throw: the mail of which this is said has to be dealt with.
                log.accept(TOLD + " organisation=" + organisation.id() + " sha256=" + sha256 + " " + e);
            }
        };
    }

    private List<Delivery> deliveries(String sha256) {
        Criteria delivered =
                Criteria.where().state(State.DELIVERED).sha256(sha256).build();
        List<Delivery> all = new ArrayList<>();
        for (var hit : store.items().search(organisation, delivered, MOST_ITEMS)) {
            Optional<Item> item = store.items().find(organisation, hit.id());
            item.ifPresent(one -> one.arrival()
                    .recipients()
                    .forEach(recipient ->
                            all.add(new Delivery(recipient, one.id().toString(), name(one, sha256), one.changed()))));
        }
        return all;
    }

    private static Untrusted name(Item item, String sha256) {
        return item.conclusion().stream()
                .flatMap(what -> what.root().all())
                .filter(part -> part.input().sha256().equals(sha256)
                        || part.output()
                                .filter(out -> out.sha256().equals(sha256))
                                .isPresent())
                .map(Part::name)
                .findFirst()
                .orElse(item.arrival().title());
    }

    private boolean isNew(String sha256, String source, String reference) {
        return store.trail().notes(organisation, ItemId.parse(reference)).stream()
                .noneMatch(note -> note.action().equals(TOLD)
                        && sha256.equals(note.fields().get("sha256"))
                        && source.equals(note.fields().get("source")));
    }

    private void tell(RetroAlert alert) {
        RetroCef.lines(alert).forEach(log);
        List<String> references =
                alert.deliveries().stream().map(Delivery::reference).distinct().toList();
        RetroMail mail = RetroMail.of(alert);
        String what = alert.sha256() + " " + alert.source() + " " + String.join(" ", references);
        desk.announce(organisation, what, mail.subject(), mail.text());
        for (String reference : references) {
            store.trail()
                    .note(
                            organisation,
                            WHO,
                            ItemId.parse(reference),
                            TOLD,
                            Map.of("sha256", alert.sha256(), "source", alert.source()),
                            notes -> true);
        }
    }
}
