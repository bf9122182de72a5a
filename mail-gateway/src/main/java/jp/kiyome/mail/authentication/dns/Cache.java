package jp.kiyome.mail.authentication.dns;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers answers, those that say "nothing" too (RFC 2308), as long as their zones allow within bounds of its own. Trouble is not
 * remembered. What was used longest ago is forgotten first. Threads share it.
 */
public final class Cache implements Resolver {

    private static final long LEAST_SECONDS = 5;
    private static final long MOST_SECONDS = 3600;
    private static final long MOST_SECONDS_OF_NOTHING = 300;
    /** What an entry weighs besides its characters. */
    private static final int ENTRY = 200;

    private final Resolver source;
    private final InstantSource clock;
    private final long most;
    private final Map<Question, Remembered> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long weight;

    private record Remembered(Answer answer, Instant until, long weight) {}

    /** @param most characters that are remembered, about */
    public Cache(Resolver source, InstantSource clock, long most) {
        this.source = source;
        this.clock = clock;
        this.most = most;
    }

    @Override
    public Answer ask(Question question, Deadline deadline) {
        Optional<Answer> known = known(question);
        if (known.isPresent()) {
            return known.get();
        }
        Answer answer = source.ask(question, deadline);
        switch (answer) {
            case Answer.Found found -> remember(question, found, Math.min(found.seconds(), MOST_SECONDS));
            case Answer.Nothing nothing ->
                remember(question, nothing, Math.min(nothing.seconds(), MOST_SECONDS_OF_NOTHING));
            case Answer.Trouble _ -> {}
        }
        return answer;
    }

    private synchronized Optional<Answer> known(Question question) {
        Remembered known = entries.get(question);
        if (known == null) {
            return Optional.empty();
        }
        if (clock.instant().isBefore(known.until)) {
            return Optional.of(known.answer);
        }
        forget(question);
        return Optional.empty();
    }

    private synchronized void remember(Question question, Answer answer, long seconds) {
        forget(question);
        Instant until = clock.instant().plusSeconds(Math.max(seconds, LEAST_SECONDS));
        Remembered entry = new Remembered(answer, until, ENTRY + question.name().length() + characters(answer));
        if (entry.weight > most / 4) {
            return;
        }
        entries.put(question, entry);
        weight += entry.weight;
        Iterator<Remembered> oldest = entries.values().iterator();
        while (weight > most) {
            weight -= oldest.next().weight;
            oldest.remove();
        }
    }

    private void forget(Question question) {
        Remembered old = entries.remove(question);
        weight -= old == null ? 0 : old.weight;
    }

    private static long characters(Answer answer) {
        return answer instanceof Answer.Found found
                ? found.values().stream()
                        .mapToLong(value -> value.length() + 60L)
                        .sum()
                : 0;
    }

    synchronized int size() {
        return entries.size();
    }
}
