package jp.kiyome.mail.relay;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Recipients outside that an organisation's mails went to in the last hour, to the minute. Forgotten at a restart. Threads share it. */
final class OutboundCount {

    private static final long MINUTES = 60;

    private final InstantSource clock;
    private final Map<String, Deque<Slot>> slots = new HashMap<>();

    /** The recipients of one minute. */
    private record Slot(long minute, long recipients) {}

    OutboundCount(InstantSource clock) {
        this.clock = clock;
    }

    /** Counts some more, where they are not too many. */
    synchronized boolean take(String organisation, int recipients, int most) {
        Deque<Slot> hour = slots.computeIfAbsent(organisation, none -> new ArrayDeque<>());
        long now = clock.millis() / 60_000;
        while (!hour.isEmpty() && hour.getFirst().minute() <= now - MINUTES) {
            hour.removeFirst();
        }
        long sum = hour.stream().mapToLong(Slot::recipients).sum();
        if (sum + recipients > most) {
            return false;
        }
        add(hour, now, recipients);
        return true;
    }

    /** Of a mail that did not go after all. */
    synchronized void giveBack(String organisation, int recipients) {
        add(slots.computeIfAbsent(organisation, none -> new ArrayDeque<>()), clock.millis() / 60_000, -recipients);
    }

    private static void add(Deque<Slot> hour, long minute, long recipients) {
        if (!hour.isEmpty() && hour.getLast().minute() >= minute) {
            Slot last = hour.removeLast();
            hour.addLast(new Slot(last.minute(), last.recipients() + recipients));
        } else {
            hour.addLast(new Slot(minute, recipients));
        }
    }
}
