package jp.kiyome.mail.notify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.client.Fate;
import jp.kiyome.mail.client.HopHealth;
import jp.kiyome.mail.client.NextHopClient;
import jp.kiyome.mail.client.Shipment;
import jp.kiyome.mail.relay.Release;
import jp.kiyome.mail.server.Client;
import jp.kiyome.mail.server.Envelope;
import jp.kiyome.mail.server.Recipient;
import jp.kiyome.mail.settings.GatewaySettings;
import jp.kiyome.mail.settings.NextHop;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.mail.smtp.Reply;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.outbox.Dsn;
import jp.kiyome.quarantine.outbox.Letter;
import jp.kiyome.quarantine.store.NoSuchBlob;
import jp.kiyome.quarantine.store.Store;

/**
 * Takes the letters of one organisation to its next hop, the oldest first, with the null sender. A letter that was handed over while this
 * process ended is handed over again by the next, with the same Message-ID. Used by one thread.
 */
final class Postman implements AutoCloseable {

    private static final Actor WHO = Actor.service("mail-gateway");
    private static final int AT_A_TIME = 20;

    /** What the client says where nothing of a letter was sent (RFC 3463 §3.5). */
    private static final String NOT_REACHED = "4.4.1";

    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final Duration LONGEST_WAIT = Duration.ofDays(7);

    private final OrganisationSettings whose;
    private final GatewaySettings settings;
    private final Store store;
    private final NextHopClient client;
    private final NoticeFigures figures;
    private final InstantSource clock;
    private Instant notBefore = Instant.MIN;

    Postman(
            OrganisationSettings whose,
            GatewaySettings settings,
            Store store,
            NoticeFigures figures,
            InstantSource clock) {
        this.whose = whose;
        this.settings = settings;
        this.store = store;
        this.figures = figures;
        this.clock = clock;
        this.client = new NextHopClient(
                settings.name().toString(),
                settings.handling(),
                new HopHealth(settings.handling().coolDown()));
    }

    /** One round. Where the next hop is away the letters wait, in their order. */
    void round() {
        Duration claim = settings.handling()
                .hopTime()
                .plus(settings.handling().connectTime())
                .multipliedBy(whose.inbound().size())
                .plus(Duration.ofSeconds(30));
        boolean reached = !clock.instant().isBefore(notBefore);
        for (int i = 0; reached && i < AT_A_TIME; i++) {
            List<Letter> next = store.outbox().claim(whose.organisation(), clock.instant(), claim, 1);
            reached = !next.isEmpty() && hand(next.getFirst());
        }
    }

    /** Whether the next hop could be talked to. */
    private boolean hand(Letter letter) {
        Optional<Mailbox> to = Mailbox.read(letter.recipient());
        if (to.isEmpty()) {
            store.outbox().refused(whose.organisation(), letter);
            return true;
        }
        Fate fate = fate(letter, to.get());
        switch (fate) {
            case Fate.Delivered delivered -> {
                store.outbox().sent(whose.organisation(), letter);
                figures.sent();
                concluded(letter);
            }
            case Fate.Refused refused -> giveUp(letter);
            case Fate.Deferred deferred -> defer(letter, deferred);
        }
        return !(fate instanceof Fate.Deferred);
    }

    private Fate fate(Letter letter, Mailbox to) {
        Dsn asked = letter.dsn();
        Recipient recipient = new Recipient(to, asked.notifying(), asked.original());
        Envelope.Options options = new Envelope.Options(0, false, false, asked.ret(), asked.envelopeId());
        Client here = new Client(
                InetAddress.getLoopbackAddress(),
                Optional.empty(),
                Optional.empty(),
                "",
                settings.name().name(),
                "SMTP");
        Envelope envelope = new Envelope(here, Optional.empty(), options, List.of(recipient));
        try (Workspace workspace = Workspace.inTempDirectory()) {
            Optional<Content> content = content(letter, workspace);
            if (content.isEmpty()) {
                return new Fate.Refused(new Reply(550, "5.3.0 It is no longer in the store"));
            }
            String before = letter.output().isEmpty() ? "" : letter.mail();
            List<NextHop> hops = hops(to);
            Map<Recipient, Fate> fates = client.send(new Shipment(envelope, before, content.get()), hops, sent -> {});
            return Objects.requireNonNull(fates.get(recipient));
        }
    }

    /** What an organisation sends to its own people goes where their mail goes. */
    private List<NextHop> hops(Mailbox to) {
        boolean own = whose.domains().contains(to.domain());
        return own || whose.outbound().isEmpty() ? whose.inbound() : whose.outbound();
    }

    private Optional<Content> content(Letter letter, Workspace workspace) {
        if (letter.output().isEmpty()) {
            return Optional.of(HeapContent.of(letter.mail().getBytes(StandardCharsets.US_ASCII)));
        }
        try (InputStream in = store.blobs()
                .open(
                        whose.organisation(),
                        WHO,
                        letter.about().orElseThrow(),
                        Area.CLEANED,
                        letter.output(),
                        "delivery")) {
            return Optional.of(workspace.copyOf(in, Long.MAX_VALUE));
        } catch (NoSuchBlob erased) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from the store", e);
        }
    }

    private void defer(Letter letter, Fate.Deferred fate) {
        Instant now = clock.instant();
        Duration pause = settings.handling().coolDown();
        notBefore = now.plus(pause);
        if (now.isAfter(letter.made().plus(LONGEST_WAIT))) {
            giveUp(letter);
        } else if (fate.reply().text().startsWith(NOT_REACHED)) {
            store.outbox().untouched(whose.organisation(), letter, now);
        } else {
            Duration longer = pause.multipliedBy(1L << Math.min(letter.tries(), 12));
            boolean tooLong = longer.compareTo(LONGEST_PAUSE) > 0;
            store.outbox().later(whose.organisation(), letter, now.plus(tooLong ? LONGEST_PAUSE : longer));
        }
    }

    /** A letter that is an item itself; of one that goes in several letters, whoever put them says when it is delivered. */
    private void concluded(Letter letter) {
        if (letter.output().isEmpty() || letter.kind().equals(Release.LETTER)) {
            return;
        }
        ItemId item = letter.about().orElseThrow();
        Optional<Item> found = store.items().find(whose.organisation(), item);
        if (found.isPresent() && found.get().state() == State.REBUILT) {
            store.items().move(whose.organisation(), WHO, item, State.DELIVERED, "");
        }
    }

    private void giveUp(Letter letter) {
        store.outbox().refused(whose.organisation(), letter);
        figures.refused();
    }

    @Override
    public void close() {
        client.close();
    }
}
