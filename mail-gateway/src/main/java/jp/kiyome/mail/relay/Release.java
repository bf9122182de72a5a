package jp.kiyome.mail.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.kiyome.bridge.pending.Settlement;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Ending;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.rules.Decision;
import jp.kiyome.mail.server.Envelope;
import jp.kiyome.mail.server.Recipient;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.outbox.Dsn;
import jp.kiyome.quarantine.outbox.Letter;
import jp.kiyome.quarantine.outbox.Outbox;
import jp.kiyome.quarantine.store.NoSuchBlob;
import jp.kiyome.quarantine.store.Store;
import jp.kiyome.quarantine.waiting.Waiter;

/**
 * Carries out what a waiting has come to: the mail goes to its recipients, or is held with its reason. Each step is on disk before the next,
 * and done twice it is done once: whoever is called for the same mail after a crash goes on from where it stands. Used by one thread; other
 * processes may do the same at the same time.
 */
public final class Release {

    /** The kind of letters that are mails which have waited. */
    public static final String LETTER = "verdict";

    /** As long as nobody else has decided about it. */
    private static final Set<State> OPEN =
            EnumSet.of(State.HELD, State.PROCESSING, State.REBUILT, State.BLOCKED, State.LOCKED, State.FAILED);

    private static final Set<State> GONE = EnumSet.of(State.EXPIRED, State.ERASED);

    private final DomainName here;
    private final Organisation organisation;
    private final Rebuilding how;
    private final Rehearing rehearing;
    private final Store store;
    private final Filing filing;
    private final Consumer<Notice> notices;
    private final InstantSource clock;

    /**
     * For the mail of an organisation or group.
     *
     * @param here this host
     * @param notices told of what is held; when it returns, that is on disk
     */
    public Release(
            DomainName here,
            OrganisationSettings whose,
            Rebuilding how,
            Store store,
            Consumer<Notice> notices,
            InstantSource clock) {
        this.here = here;
        this.organisation = whose.organisation();
        this.how = how;
        this.rehearing = new Rehearing(whose, how);
        this.store = store;
        this.filing = new Filing(store, clock);
        this.notices = notices;
        this.clock = clock;
    }

    /** Does what is to be done now; whether nothing is left. */
    public boolean carryOut(Settlement settlement, Waiter waiter) {
        Optional<Item> found = store.items().find(organisation, waiter.item());
        if (found.isEmpty() || GONE.contains(found.get().state())) {
            return true;
        }
        Item item = found.get();
        filing.assessed(item, settlement);
        if (!OPEN.contains(item.state()) || !filing.mayBeReleased(item)) {
            return true;
        }
        Noted noted = Noted.read(waiter.note());
        Map<Outbox.Fate, List<String>> letters = store.outbox().about(organisation, item.id(), LETTER);
        return item.state() == State.REBUILT && !letters.isEmpty()
                ? followed(rehearing.share(item, noted), letters)
                : decided(item, noted, settlement);
    }

    private boolean decided(Item item, Noted noted, Settlement settlement) {
        try (Workspace workspace = Workspace.inTempDirectory();
                InputStream in = store.blobs().openForEngine(organisation, item.id())) {
            Content original = workspace.copyOf(in, item.original().size());
            Prepared judged = rehearing.of(item, noted, settlement, original, workspace);
            filing.renewed(judged, how, "verdict: " + settlement.action());
            if (judged.goes()) {
                put(judged, noted.authenticated());
                return false;
            }
            kept(judged);
            return true;
        } catch (NoSuchBlob erased) {
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read from the store", e);
        }
    }

    /** One letter for each recipient: what one of them has cannot be taken back because of another. */
    private void put(Prepared judged, String authenticated) {
        Share share = judged.share();
        Instant now = clock.instant();
        String trace = share.route().outbound()
                ? Stamp.trace(share, here, judged.report(), now)
                : authenticated + Stamp.own(here, share.id(), judged.report(), now);
        Digest output = judged.report().output().orElseThrow();
        for (Recipient recipient : share.envelope().recipients()) {
            String to = recipient.mailbox().toString();
            Letter letter = Letter.of(name(share, to), LETTER, to, Optional.of(share.id()), trace, now);
            Envelope.Options options = share.envelope().options();
            Dsn asked = new Dsn(options.ret(), options.envelopeId(), recipient.asked(), recipient.original());
            store.outbox().put(organisation, letter.before(output.sha256()).asking(asked));
        }
    }

    private String name(Share share, String to) {
        String all = String.join("\n", LETTER, organisation.id(), share.id().toString(), to);
        return Digest.of(HeapContent.of(all.getBytes(StandardCharsets.UTF_8))).sha256();
    }

    /** Where the letters are done with. */
    private boolean followed(Share share, Map<Outbox.Fate, List<String>> letters) {
        if (letters.containsKey(Outbox.Fate.WAITING)) {
            return false;
        }
        List<String> refused = letters.getOrDefault(Outbox.Fate.REFUSED, List.of());
        if (refused.isEmpty()) {
            filing.delivered(share);
            return true;
        }
        List<Recipient> open = new ArrayList<>(share.envelope().recipients());
        open.removeIf(one -> !refused.contains(one.mailbox().toString()));
        String why = "the next hop has not taken it for " + String.join(", ", refused);
        notices.accept(Notice.of(Kind.UNDELIVERED, share.to(open), why, Optional.empty()));
        filing.hold(share, why);
        return true;
    }

    private void kept(Prepared judged) {
        String why = why(judged);
        if (judged.decision().end() != Decision.End.DISCARD) {
            notices.accept(Notice.of(kind(judged), judged.share(), why, Optional.of(told(judged))));
        }
        filing.hold(judged.share(), why);
    }

    private static Kind kind(Prepared judged) {
        return switch (judged.outcome()) {
            case Outcome.Rebuilt rebuilt -> Kind.BLOCKED;
            case Outcome.Blocked blocked -> Kind.BLOCKED;
            case Outcome.Locked locked -> Kind.LOCKED;
            case Outcome.Failed failed -> Kind.GAVE_UP;
        };
    }

    private static String why(Prepared judged) {
        String reason = judged.report()
                .reason()
                .map(finding -> finding.kind().code() + " " + finding.detail())
                .orElse("");
        return (judged.keptBack() + " " + reason).strip();
    }

    /** Those who are told read which verdict it was that keeps it back; the mail itself stays rebuilt. */
    private static Outcome told(Prepared judged) {
        Report report = judged.report();
        List<Finding> said = Awaited.said(report.findings());
        boolean byVerdict =
                judged.outcome() instanceof Outcome.Rebuilt && !judged.hold().isEmpty() && !said.isEmpty();
        return byVerdict
                ? Outcome.without(report.ended(new Ending(Verdict.BLOCKED, said.getLast())))
                : judged.outcome();
    }
}
