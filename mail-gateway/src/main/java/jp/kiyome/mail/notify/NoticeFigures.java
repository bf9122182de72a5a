package jp.kiyome.mail.notify;

import java.util.concurrent.atomic.LongAdder;

/** Counts letters. Threads share it. */
public final class NoticeFigures {

    private final LongAdder taken = new LongAdder();
    private final LongAdder withheld = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAdder sent = new LongAdder();
    private final LongAdder refused = new LongAdder();

    /** Letters that were written. */
    public long written() {
        return taken.sum();
    }

    /** Letters that were not sent because there were too many. */
    public long withheldLetters() {
        return withheld.sum();
    }

    /** Letters that could not be kept; the mail that they were about comes again. */
    public long lostLetters() {
        return lost.sum();
    }

    /** Letters that the next hop has. */
    public long sentLetters() {
        return sent.sum();
    }

    /** Letters that the next hop will never have. */
    public long refusedLetters() {
        return refused.sum();
    }

    void taken() {
        taken.increment();
    }

    void withheld() {
        withheld.increment();
    }

    void lost() {
        lost.increment();
    }

    void sent() {
        sent.increment();
    }

    void refused() {
        refused.increment();
    }
}
