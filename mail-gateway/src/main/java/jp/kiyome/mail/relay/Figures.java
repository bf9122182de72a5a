package jp.kiyome.mail.relay;

import java.util.concurrent.atomic.LongAdder;

/** Counts what passes. Threads share it. */
public final class Figures {

    private final LongAdder mails = new LongAdder();
    private final LongAdder bytes = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder deferred = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder held = new LongAdder();
    private final LongAdder nextHopErrors = new LongAdder();
    private final LongAdder rebuildNanos = new LongAdder();
    private final LongAdder deliverNanos = new LongAdder();

    public long mails() {
        return mails.sum();
    }

    public long bytes() {
        return bytes.sum();
    }

    public long accepted() {
        return accepted.sum();
    }

    public long deferred() {
        return deferred.sum();
    }

    public long refused() {
        return refused.sum();
    }

    public long held() {
        return held.sum();
    }

    public long nextHopErrors() {
        return nextHopErrors.sum();
    }

    public double rebuildSeconds() {
        return rebuildNanos.sum() / 1e9;
    }

    public double deliverSeconds() {
        return deliverNanos.sum() / 1e9;
    }

    void came(long size) {
        mails.increment();
        bytes.add(size);
    }

    void answered(int code) {
        (code < 400 ? accepted : code < 500 ? deferred : refused).increment();
    }

    void wasHeld() {
        held.increment();
    }

    void nextHopFailed() {
        nextHopErrors.increment();
    }

    void rebuilt(long nanos) {
        rebuildNanos.add(nanos);
    }

    void handedOver(long nanos) {
        deliverNanos.add(nanos);
    }
}
