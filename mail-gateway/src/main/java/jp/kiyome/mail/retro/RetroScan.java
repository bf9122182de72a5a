package jp.kiyome.mail.retro;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.kiyome.bridge.verdict.HashSource;
import jp.kiyome.bridge.verdict.LaterSource;
import jp.kiyome.bridge.verdict.ThreatListener;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.mail.relay.Rebuilding;
import jp.kiyome.mail.settings.GatewaySettings;
import jp.kiyome.mail.settings.OrganisationSettings;
import jp.kiyome.mail.settings.RetroSettings;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.retro.Whose;
import jp.kiyome.quarantine.store.Store;

/**
 * Asks sources again about what was delivered, until it is closed: when they look another than before, and else now and then. A thread
 * for each organisation asks about one thing at a time, with a pause after each; it goes on from the store, whoever has begun.
 */
public final class RetroScan implements AutoCloseable {

    /** Where nothing is due, it is looked again after so long at most. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    private static final Duration BETWEEN_CLEANINGS = Duration.ofHours(6);

    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final RetroSettings settings;
    private final Consumer<String> log;

    private RetroScan(RetroSettings settings, Consumer<String> log) {
        this.settings = settings;
        this.log = log;
    }

    /**
     * Opens it; it does nothing where the settings say so.
     *
     * @param store in which the organisations are enrolled
     * @param rebuilding of each organisation and group, always the same, with the sources that are asked
     * @param listeners told of threats in what an organisation or group has received
     * @param log told of rounds that failed, as when the store is away
     */
    public static RetroScan open(
            GatewaySettings settings,
            Store store,
            Function<OrganisationSettings, Rebuilding> rebuilding,
            Function<OrganisationSettings, ThreatListener> listeners,
            InstantSource clock,
            Consumer<String> log) {
        RetroScan scan = new RetroScan(settings.retro(), log);
        if (!settings.retro().asking()) {
            return scan;
        }
        for (OrganisationSettings whole : settings.organisations()) {
            List<Inquiry> all = new ArrayList<>();
            for (OrganisationSettings part : whole.parts()) {
                for (VerdictSource source : rebuilding.apply(part).asked()) {
                    if (mayChangeItsMind(source)) {
                        Inquiry.Of of = new Inquiry.Of(
                                whole.organisation(),
                                whose(whole, part),
                                part.name() + " " + source.name(),
                                source,
                                listeners.apply(part));
                        all.add(new Inquiry(store, of, settings.retro(), clock, log));
                    }
                }
            }
            if (!all.isEmpty()) {
                scan.threads.add(Thread.ofVirtual().start(() -> scan.work(whole, all)));
            }
        }
        return scan;
    }

    /** A sandbox is not handed everything once more: it is asked by hash. What has no version is not asked either ({@link Inquiry}). */
    private static boolean mayChangeItsMind(VerdictSource source) {
        return source instanceof HashSource || !(source instanceof LaterSource);
    }

    /** The items of groups that the organisation no longer has are its own. */
    private static Whose whose(OrganisationSettings whole, OrganisationSettings part) {
        Group own = part.unit().group();
        Set<Group> groups = whole.groups().stream()
                .map(group -> group.settings().unit().group())
                .collect(Collectors.toSet());
        return own.equals(Group.WHOLE) ? new Whose.AllBut(groups) : new Whose.OfGroup(own);
    }

    private void work(OrganisationSettings whose, List<Inquiry> all) {
        Duration idle = settings.every().compareTo(IDLE) < 0 ? settings.every() : IDLE;
        long cleaned = System.nanoTime() - BETWEEN_CLEANINGS.toNanos();
        try {
            boolean wanted = true;
            while (wanted) {
                int answered = 0;
                for (Inquiry inquiry : all) {
                    int now = round(whose, inquiry);
                    answered += now;
                    wanted = now == 0 || !isClosedWithin(settings.pause());
                    if (!wanted) {
                        return;
                    }
                }
                if (System.nanoTime() - cleaned >= BETWEEN_CLEANINGS.toNanos()) {
                    clean(whose, all.getFirst());
                    cleaned = System.nanoTime();
                }
                wanted = answered > 0 || !isClosedWithin(idle);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int round(OrganisationSettings whose, Inquiry inquiry) {
        try {
            return inquiry.round();
        } catch (RuntimeException e) {
            log.accept(whose.organisation() + ": " + e);
            return 0;
        }
    }

    private void clean(OrganisationSettings whose, Inquiry any) {
        try {
            any.forget();
        } catch (RuntimeException e) {
            log.accept(whose.organisation() + ": " + e);
        }
    }

    private boolean isClosedWithin(Duration time) throws InterruptedException {
        return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends after what is being asked about. */
    @Override
    public void close() {
        closed.countDown();
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(20));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
