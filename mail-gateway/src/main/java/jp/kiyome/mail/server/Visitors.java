package jp.kiyome.mail.server;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import jp.kiyome.mail.settings.SessionLimits;

/** Counts connections, of all and of each address. Threads share it. */
final class Visitors {

    private final SessionLimits limits;
    private final Map<InetAddress, Integer> perPeer = new HashMap<>();
    private int all;

    Visitors(SessionLimits limits) {
        this.limits = limits;
    }

    /** Whether one more may come in. */
    synchronized boolean enter(InetAddress peer) {
        int own = perPeer.getOrDefault(peer, 0);
        if (all >= limits.connections() || own >= limits.peerConnections()) {
            return false;
        }
        all++;
        perPeer.put(peer, own + 1);
        return true;
    }

    synchronized void leave(InetAddress peer) {
        all--;
        perPeer.computeIfPresent(peer, (address, own) -> own == 1 ? null : own - 1);
        notifyAll();
    }

    synchronized int count() {
        return all;
    }

    /** Waits until all have left, or the time is over. */
    synchronized boolean awaitNobody(long millis) throws InterruptedException {
        long end = System.nanoTime() + millis * 1_000_000;
        while (all > 0) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
