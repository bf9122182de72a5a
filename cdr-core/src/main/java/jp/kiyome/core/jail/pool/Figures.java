package jp.kiyome.core.jail.pool;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;

/** What happened in a pool since its start. Threads share it. */
public final class Figures {

    /** Things that are counted. */
    public enum Event {
        STARTED,
        /** Replaced after its number of files, or because its file failed. */
        RECYCLED,
        DIED,
        LATE,
        LIED,
        /** Would not die when killed: someone must look at the machine. */
        WOULD_NOT_DIE
    }

    private final Map<Event, LongAdder> counts = new EnumMap<>(Event.class);

    Figures() {
        for (Event event : Event.values()) {
            counts.put(event, new LongAdder());
        }
    }

    void count(Event event) {
        Objects.requireNonNull(counts.get(event)).increment();
    }

    public long of(Event event) {
        return Objects.requireNonNull(counts.get(event)).sum();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Event event : Event.values()) {
            text.append(event).append(' ').append(of(event)).append(' ');
        }
        return text.toString().stripTrailing();
    }
}
