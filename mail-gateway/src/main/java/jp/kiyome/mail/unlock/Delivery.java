package jp.kiyome.mail.unlock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Report;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.notify.LetterName;
import jp.kiyome.mail.relay.Rebuilding;
import jp.kiyome.mail.relay.Stamp;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.blob.Staged;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Arrival;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.outbox.Letter;
import jp.kiyome.quarantine.store.Store;

/**
 * Puts what was opened into the store, as an item of its own beside the locked one, and into the outbox for those who get it. Done twice it
 * is done once.
 *
 * @param here this host
 */
record Delivery(Store store, DomainName here) {

    private static final Actor WHO = Source.Mail.GATEWAY;

    /**
     * Files it.
     *
     * @return the item's name
     */
    ItemId file(
            OrganisationSettings whose,
            Item locked,
            Content original,
            Outcome.Rebuilt opened,
            Rebuilding rebuilding,
            List<Mailbox> people,
            Instant now) {
        Report report = opened.report();
        String output = report.output().orElseThrow().sha256();
        ItemId id = id(locked, output, people);
        arrive(locked, id, original, people, now, now.plus(whose.retention()));
        conclude(locked.organisation(), id, opened, rebuilding);
        for (Mailbox one : people) {
            String name = LetterName.of("unlocked", locked.organisation().id(), id.toString(), one.toString());
            String trace = Stamp.own(here, id, report, now);
            Letter letter = Letter.of(name, "unlocked", one.toString(), Optional.of(id), trace, now);
            store.outbox().put(locked.organisation(), letter.before(output));
        }
        return id;
    }

    /** A UUID of version 8 (RFC 9562, 5.8). */
    private static ItemId id(Item locked, String output, List<Mailbox> people) {
        List<String> names = people.stream().map(Mailbox::toString).sorted().toList();
        String hash =
                LetterName.of(locked.organisation().id(), locked.id().toString(), output, String.join(" ", names));
        ByteBuffer bits = ByteBuffer.wrap(HexFormat.of().parseHex(hash));
        long high = bits.getLong() & ~0xF000L | 0x8000L;
        long low = bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new ItemId(new UUID(high, low));
    }

    private void arrive(Item locked, ItemId id, Content original, List<Mailbox> people, Instant now, Instant until) {
        Arrival arrival = new Arrival(
                id,
                locked.arrival().kind(),
                locked.arrival().group(),
                locked.arrival().sender(),
                people.stream().map(one -> Untrusted.of(one.toString())).toList(),
                locked.arrival().title(),
                now,
                until);
        store.items()
                .accept(locked.organisation(), WHO, arrival, stage(locked.organisation(), Area.ORIGINAL, original));
    }

    private void conclude(Organisation organisation, ItemId id, Outcome.Rebuilt opened, Rebuilding rebuilding) {
        Report report = opened.report();
        if (state(organisation, id) == State.RECEIVED) {
            store.items().move(organisation, WHO, id, State.PROCESSING, "");
        }
        if (state(organisation, id) == State.PROCESSING) {
            Conclusion conclusion = new Conclusion(
                    Part.of(report),
                    report.engineVersion(),
                    report.policyHash(),
                    rebuilding.report().apply(report),
                    rebuilding.receipt().apply(report));
            Staged output = stage(organisation, Area.CLEANED, opened.content().content());
            store.items().conclude(organisation, WHO, id, conclusion, List.of(output), "");
        }
    }

    private State state(Organisation organisation, ItemId id) {
        return store.items().find(organisation, id).map(Item::state).orElseThrow();
    }

    private Staged stage(Organisation organisation, Area area, Content content) {
        try {
            return store.blobs().stage(organisation, area, content.stream(), content.size());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the store", e);
        }
    }
}
