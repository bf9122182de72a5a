package jp.kiyome.mail.client;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.kiyome.mail.settings.NextHop;

/** Remembers which next hops could not be reached a moment ago, so that not every mail waits for them. Threads share it. */
public final class HopHealth {

    private final Duration coolDown;
    private final Map<NextHop, Long> failed = new ConcurrentHashMap<>();

    public HopHealth(Duration coolDown) {
        this.coolDown = coolDown;
    }

    void failed(NextHop hop) {
        failed.put(hop, System.nanoTime());
    }

    void reached(NextHop hop) {
        failed.remove(hop);
    }

    /** Whether it was reached when it was last tried; nothing is known against one that never was. */
    public boolean wasReached(NextHop hop) {
        return !failed.containsKey(hop);
    }

    /** Whether one of them may be tried. */
    public boolean mayTry(List<NextHop> hops) {
        return hops.stream().anyMatch(this::mayTry);
    }

    boolean mayTry(NextHop hop) {
        Long since = failed.get(hop);
        return since == null || System.nanoTime() - since > coolDown.toNanos();
    }
}
