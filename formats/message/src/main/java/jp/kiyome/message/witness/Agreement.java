package jp.kiyome.message.witness;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;

/**
 * Whether a witness sees the parts that we have decoded, one after the other, byte by byte but for what {@link Fingerprint} leaves out. That
 * is how nearly all mail is; it takes no hashes. Where it does not hold nothing is known yet. Not thread-safe.
 */
public final class Agreement {

    private static final int END = -1;

    private final List<Content> own;
    private final byte[] theirs = new byte[1 << 13];
    private final byte[] ours = new byte[1 << 13];
    private int at;
    private boolean holds = true;

    private Agreement(List<Content> own) {
        this.own = own;
    }

    /**
     * Asks a witness.
     *
     * @param own what was decoded of each part, in their order
     */
    public static boolean holds(Witness witness, Content message, List<Content> own, Budget budget) {
        Agreement agreement = new Agreement(own);
        witness.look(message, budget, (type, bytes) -> agreement.see(bytes));
        return agreement.holds;
    }

    private void see(InputStream seen) throws IOException {
        if (!holds) {
            return;
        }
        Counted witnessed = new Counted(seen, theirs);
        int first = witnessed.next();
        if (first == END) {
            // Nothing can hide in nothing.
            return;
        }
        int next = at;
        while (next < own.size() && isEmpty(own.get(next))) {
            next++;
        }
        holds = next < own.size() && same(first, witnessed, own.get(next));
        at = next + 1;
    }

    private boolean isEmpty(Content content) throws IOException {
        try (InputStream in = content.stream()) {
            return new Counted(in, ours).next() == END;
        }
    }

    private boolean same(int first, Counted witnessed, Content content) throws IOException {
        try (InputStream in = content.stream()) {
            Counted decoded = new Counted(in, ours);
            int theirs = first;
            int ours = decoded.next();
            while (theirs == ours && theirs != END) {
                theirs = witnessed.next();
                ours = decoded.next();
            }
            return theirs == ours;
        }
    }

    /** The bytes of a stream that count. */
    private static final class Counted {

        private final InputStream in;
        private final byte[] buffer;
        private int from;
        private int to;

        Counted(InputStream in, byte[] buffer) {
            this.in = in;
            this.buffer = buffer;
        }

        int next() throws IOException {
            while (true) {
                while (from < to) {
                    byte b = buffer[from++];
                    if (Fingerprint.counts(b)) {
                        return b & 0xFF;
                    }
                }
                from = 0;
                to = in.read(buffer, 0, buffer.length);
                if (to < 0) {
                    to = 0;
                    return END;
                }
            }
        }
    }
}
