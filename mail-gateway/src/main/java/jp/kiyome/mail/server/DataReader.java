package jp.kiyome.mail.server;

import java.nio.charset.StandardCharsets;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.mail.smtp.SmtpTrouble;
import jp.kiyome.mail.smtp.Wire;

/**
 * Reads a mail up to CR LF dot CR LF (RFC 5321 §4.1.1.4), which alone ends it, whatever is wrong with it: what stands behind a mail that
 * is refused must not be taken for commands. Not thread-safe.
 */
final class DataReader {

    /** Bytes read past the limit before the connection is cut. */
    private static final long PATIENCE = 64L << 20;

    private static final byte[] RECEIVED = "received:".getBytes(StandardCharsets.US_ASCII);

    private enum Place {
        LINE_START,
        TEXT,
        CR,
        DOT,
        DOT_CR
    }

    private final Wire wire;
    private final Sink sink;
    private final long most;
    private final byte[] run = new byte[1 << 13];
    private int used;
    private long read;
    private boolean bare;
    private boolean inHeader = true;
    private int column;
    private boolean matches = true;
    private int received;

    DataReader(Wire wire, Sink sink, long most) {
        this.wire = wire;
        this.sink = sink;
        this.most = most;
    }

    /**
     * What was read.
     *
     * @param bare whether a CR or LF stood alone; it is CRLF in the content
     * @param tooLarge whether the limit was passed; the content is cut short then
     * @param received how many lines of the header say Received
     */
    record Mail(Content content, boolean bare, boolean tooLarge, int received) {}

    Mail read() throws SmtpTrouble {
        Place place = Place.LINE_START;
        while (true) {
            int c = wire.read();
            if (++read > most + PATIENCE) {
                throw new SmtpTrouble(SmtpTrouble.Kind.TOO_LONG, "a mail");
            }
            if (place == Place.DOT_CR && c == '\n') {
                drain();
                return new Mail(sink.finish(), bare, read > most + 3, received);
            }
            place = next(place, c);
        }
    }

    private Place next(Place place, int c) {
        return switch (place) {
            case LINE_START -> c == '.' ? Place.DOT : text(c);
            case TEXT -> text(c);
            case CR -> c == '\n' ? line() : loneCr(c);
            case DOT -> c == '\r' ? Place.DOT_CR : text(c);
            case DOT_CR -> loneCr(c);
        };
    }

    private Place text(int c) {
        if (c == '\r') {
            return Place.CR;
        }
        if (c == '\n') {
            // A dot behind it does not end the mail: that takes CRLF before it.
            bare = true;
            line();
            return Place.TEXT;
        }
        put(c);
        return Place.TEXT;
    }

    private Place loneCr(int c) {
        bare = true;
        line();
        // The dot that could end the mail stands behind CRLF alone.
        return text(c);
    }

    private Place line() {
        inHeader &= column > 0;
        if (inHeader && matches && column >= RECEIVED.length) {
            received++;
        }
        column = 0;
        matches = true;
        write('\r');
        write('\n');
        return Place.LINE_START;
    }

    private void put(int c) {
        if (inHeader && column < RECEIVED.length) {
            matches &= (c | 0x20) == RECEIVED[column] || c == RECEIVED[column];
        }
        column++;
        write(c);
    }

    private void write(int c) {
        if (read > most + 3) {
            return;
        }
        if (used == run.length) {
            drain();
        }
        run[used++] = (byte) c;
    }

    private void drain() {
        sink.write(run, 0, used);
        used = 0;
    }
}
