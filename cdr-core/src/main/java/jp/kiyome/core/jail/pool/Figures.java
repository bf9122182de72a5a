package jp.kiyome.core.jail.pool;

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

    private final LongAdder[] counts = new LongAdder[Event.values().length];

    Figures() {
        for (int i = 0; i < counts.length; i++) {
            counts[i] = new LongAdder();
        }
    }

    void count(Event event) {
        counts[event.ordinal()].increment();
    }

    public long of(Event event) {
        return counts[event.ordinal()].sum();
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
