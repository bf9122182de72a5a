package jp.kiyome.app.command;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.SourceState;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.heartbeat.Area;
import jp.kiyome.quarantine.heartbeat.Condition;
import jp.kiyome.quarantine.heartbeat.Measure;

/** Asks an organisation's sources about themselves now and then, and remembers what they said. One thread uses it. */
final class Probing {

    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration TIME = Duration.ofSeconds(10);

    /** Signatures that are older somebody should look at. */
    private static final Duration OLD = Duration.ofDays(7);

    private final Supplier<List<Sources>> sources;
    private final InstantSource clock;
    private Instant last = Instant.MIN;
    private List<Measure> said = List.of();

    Probing(Supplier<List<Sources>> sources, InstantSource clock) {
        this.sources = sources;
        this.clock = clock;
    }

    List<Measure> now() {
        Instant now = clock.instant();
        if (last.equals(Instant.MIN) || last.plus(PAUSE).isBefore(now)) {
            said = probe(now);
            last = now;
        }
        return said;
    }

    /** All at the same time; those that several policies name are asked once. */
    private List<Measure> probe(Instant now) {
        Set<String> names = new HashSet<>();
        List<Future<Measure>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Sources one : sources.get()) {
                for (VerdictSource source : one.all()) {
                    if (names.add(source.name())) {
                        asked.add(threads.submit(() -> measure(source.name(), source.state(Deadline.in(TIME)), now)));
                    }
                }
            }
        }
        return asked.stream().map(Probing::answer).toList();
    }

    private static Measure answer(Future<Measure> asked) {
        try {
            return asked.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a source that cannot tell of itself", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    static Measure measure(String name, SourceState state, Instant now) {
        boolean old =
                state.signatureAge(now).filter(age -> age.compareTo(OLD) > 0).isPresent();
        Condition condition =
                switch (state.condition()) {
                    case READY -> old ? Condition.DOUBTFUL : Condition.GOOD;
                    case UNFIT -> Condition.DOUBTFUL;
                    case DOWN -> Condition.BAD;
                };
        String words = state.remarks().isEmpty()
                ? state.version()
                : state.version() + " " + String.join("; ", state.remarks());
        return new Measure(Area.SCANNER, name, condition, Untrusted.of(words.strip()), state.signatures());
    }
}
