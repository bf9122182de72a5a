package jp.kiyome.app.command;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kiyome.approval.intake.LockedMails;
import jp.kiyome.approval.person.Person;
import jp.kiyome.core.jail.pool.JailedSanitizer;
import jp.kiyome.core.jail.pool.WorkerPool;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.relay.Rebuilding;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.mail.unlock.Unlocking;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.store.Store;

/**
 * Opens locked files of mails for the web application, by the gateway's settings and policies. What is opened lies in the store's outbox,
 * from where the gateway's own process sends it. Threads share it.
 */
final class MailUnlocking implements LockedMails, AutoCloseable {

    private final Unlocking unlocking;
    private final List<Sources> asked;

    private MailUnlocking(Unlocking unlocking, List<Sources> asked) {
        this.unlocking = unlocking;
        this.asked = asked;
    }

    /** Opens it over a store and workers that stay open. */
    static MailUnlocking open(GatewayRead read, Store store, WorkerPool pool, Workshop workshop, Papers papers) {
        List<Sources> asked = new ArrayList<>();
        Map<String, Rebuilding> all = new HashMap<>();
        for (OrganisationSettings one : read.settings().parts()) {
            Sources sources = Sources.of(read.policyOf(one));
            asked.add(sources);
            all.put(
                    one.name(),
                    MailRebuilding.of(
                            read.policyOf(one),
                            policy -> new JailedSanitizer(pool, workshop.registry(), workshop::catalogue, policy),
                            sources,
                            papers));
        }
        Unlocking unlocking = new Unlocking(
                read.settings(), store, one -> Objects.requireNonNull(all.get(one.name())), InstantSource.system());
        return new MailUnlocking(unlocking, asked);
    }

    @Override
    public Answer unlock(Person person, Item item, List<String> passwords) {
        Optional<Mailbox> own = Mailbox.read(person.mail());
        if (own.isEmpty()) {
            return Answer.NOT_LOCKED;
        }
        return switch (unlocking.unlock(
                person.organisation(), item.id(), passwords, person.actor(), List.of(own.get()))) {
            case OPENED -> Answer.OPENED;
            case WRONG -> Answer.WRONG;
            case TOO_MANY_TRIES -> Answer.TOO_MANY_TRIES;
            case KEPT_BACK -> Answer.KEPT_BACK;
            case NOT_LOCKED, GONE -> Answer.NOT_LOCKED;
        };
    }

    @Override
    public void close() {
        asked.forEach(Sources::close);
    }
}
