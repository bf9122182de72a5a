package jp.kiyome.mail.retro;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.Envelope;
import jp.kiyome.bridge.verdict.HashSource;
import jp.kiyome.bridge.verdict.SourceVersion;
import jp.kiyome.bridge.verdict.Submission;
import jp.kiyome.bridge.verdict.ThreatListener;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.mail.settings.RetroSettings;
import jp.kiyome.quarantine.item.Actor;
import jp.kiyome.quarantine.item.Assessment;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.Opinion;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.retro.AskedAgain;
import jp.kiyome.quarantine.retro.Asker;
import jp.kiyome.quarantine.retro.Whose;
import jp.kiyome.quarantine.retro.Window;
import jp.kiyome.quarantine.store.NoSuchBlob;
import jp.kiyome.quarantine.store.Store;

/** Asks one source again about what was delivered to an organisation, or to a group of it. Used by one thread. */
final class Inquiry {

    private static final Actor WHO = Actor.service("mail-gateway");
    private static final Duration ONE_ANSWER = Duration.ofMinutes(2);
    private static final int NEAR_AT_A_TIME = 100;

    private final Store store;
    private final AskedAgain again;
    private final Of of;
    private final RetroSettings settings;
    private final InstantSource clock;
    private final Consumer<String> log;

    /**
     * What is asked.
     *
     * @param name the same for the same source of the same part of an organisation
     * @param listener told of threats
     */
    record Of(Organisation organisation, Whose whose, String name, VerdictSource source, ThreatListener listener) {}

    Inquiry(Store store, Of of, RetroSettings settings, InstantSource clock, Consumer<String> log) {
        this.store = store;
        this.again = new AskedAgain(store.ledger());
        this.of = of;
        this.settings = settings;
        this.clock = clock;
        this.log = log;
    }

    /** Asks about what is due next; how many items it was answered about. */
    int round() {
        Optional<SourceVersion> version = of.source().version(Deadline.in(ONE_ANSWER));
        if (version.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        Asker asker = new Asker(of.name(), version.get().text());
        Window window = new Window(
                now.minus(settings.within()), again.since(of.organisation(), asker, now), now.minus(settings.every()));
        boolean near = of.source() instanceof HashSource hashes && hashes.isNear();
        List<ItemId> due = again.due(of.organisation(), of.whose(), asker, window, near ? NEAR_AT_A_TIME : 1);
        List<ItemId> answered = new ArrayList<>();
        for (ItemId item : due) {
            if (!isAnswered(item, version.get())) {
                break;
            }
            answered.add(item);
        }
        again.asked(of.organisation(), asker, answered, now);
        return answered.size();
    }

    /** Forgets what it was answered about things that nobody asks about any more. */
    void forget() {
        again.forget(of.organisation(), clock.instant().minus(settings.within()).minus(settings.every()));
    }

    private boolean isAnswered(ItemId id, SourceVersion version) {
        Optional<Item> found = store.items().find(of.organisation(), id);
        if (found.isEmpty() || found.get().state() != State.DELIVERED) {
            return true;
        }
        Item item = found.get();
        return of.source() instanceof HashSource hashes ? byHash(hashes, item, version) : byContent(item, version);
    }

    private boolean byHash(HashSource hashes, Item item, SourceVersion version) {
        for (String sha256 : hashes(item)) {
            if (!isHeard(item, sha256, hashes.byHash(sha256, Deadline.in(ONE_ANSWER)), version)) {
                return false;
            }
        }
        return true;
    }

    /** Of the item as it came, and of the files in it that came out. */
    private static Set<String> hashes(Item item) {
        Set<String> all = new LinkedHashSet<>(Set.of(item.original().sha256()));
        item.conclusion().stream().flatMap(was -> was.root().all()).forEach(part -> add(part, all));
        return all;
    }

    private static void add(Part part, Set<String> all) {
        part.output().map(Digest::sha256).ifPresent(output -> {
            all.add(part.input().sha256());
            all.add(output);
        });
    }

    private boolean byContent(Item item, SourceVersion version) {
        try (Workspace workspace = Workspace.inTempDirectory();
                InputStream in = store.blobs().openForEngine(of.organisation(), item.id())) {
            Submission submission =
                    submission(item, workspace.copyOf(in, item.original().size()));
            return !of.source().takes(submission)
                    || isHeard(
                            item,
                            item.original().sha256(),
                            of.source().ask(submission, Deadline.in(ONE_ANSWER)),
                            version);
        } catch (NoSuchBlob erased) {
            return true;
        } catch (IOException e) {
            // One file that cannot be read does not keep the others from being asked about; store check tells of it.
            log.accept(of.organisation() + ": " + item.id() + " cannot be asked about again: " + e);
            return true;
        }
    }

    private static Submission submission(Item item, Content content) {
        if (item.arrival().kind() == Kind.FILE) {
            return Submission.file(content, item.arrival().title().unescaped());
        }
        List<String> recipients =
                item.arrival().recipients().stream().map(Untrusted::unescaped).toList();
        return Submission.mail(content, new Envelope(item.arrival().sender().unescaped(), recipients, "", ""));
    }

    /** False where the source is not there: it is asked later. */
    private boolean isHeard(Item item, String sha256, Verdict verdict, SourceVersion version) {
        return switch (verdict) {
            case Verdict.Threat threat -> {
                note(item, sha256, threat, version);
                of.listener().threat(sha256, of.source().name(), threat);
                yield true;
            }
            case Verdict.NotScanned not -> not.why() != WhyNotScanned.SOURCE_DOWN && not.why() != WhyNotScanned.UNFIT;
            case Verdict.NothingFound nothing -> true;
            case Verdict.Suspicious suspicious -> true;
        };
    }

    private void note(Item item, String sha256, Verdict.Threat threat, SourceVersion version) {
        Opinion opinion = new Opinion.Threat(threat.name().unescaped());
        boolean known = item.assessments().stream()
                .anyMatch(said -> said.source().equals(of.source().name())
                        && said.sha256().equals(sha256)
                        && said.opinion().equals(opinion));
        if (!known) {
            Assessment said = new Assessment(
                    of.source().name(), version.text(), version.signatures(), sha256, opinion, clock.instant());
            store.items().assess(of.organisation(), WHO, item.id(), said);
        }
    }
}
