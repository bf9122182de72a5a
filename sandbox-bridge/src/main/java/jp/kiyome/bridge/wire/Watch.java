package jp.kiyome.bridge.wire;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.WhyNotScanned;

/** Guards one exchange on a connection: when its time is over the connection is closed, which ends every waiting on it. */
public final class Watch implements AutoCloseable {

    private final Deadline deadline;
    private final Thread guard;
    private volatile boolean over;

    Watch(Connection connection, Deadline deadline) {
        this.deadline = deadline;
        this.guard = Thread.ofVirtual().start(() -> guard(connection));
    }

    private void guard(Connection connection) {
        while (!over && !deadline.passed()) {
            LockSupport.parkNanos(this, deadline.remaining().toNanos());
        }
        if (!over) {
            connection.close();
        }
    }

    /** Whether the time was over, and the connection with it. */
    public boolean isOver() {
        return deadline.passed();
    }

    /** What a failed reading or writing means: the time was over, or the other side went away. */
    public Unanswered explain(IOException failure) {
        return isOver()
                ? new Unanswered(WhyNotScanned.TIME_OUT, failure.toString())
                : new Unanswered(WhyNotScanned.SOURCE_DOWN, failure.toString());
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(guard);
    }
}
