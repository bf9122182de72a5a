package jp.kiyome.mail.client;

import jp.kiyome.core.content.Content;
import jp.kiyome.mail.smtp.SmtpTrouble;
import jp.kiyome.mail.smtp.Wire;

/**
 * Sends a mail with its dots doubled (RFC 5321 §4.5.2). It refuses to send a CR or an LF that stands alone: two servers could disagree
 * about where the mail ends. Not thread-safe.
 */
final class Stuffing {

    private final Wire wire;
    private final byte[] out = new byte[1 << 15];
    private int used;
    private int last = '\n';
    private int before = '\r';

    Stuffing(Wire wire) {
        this.wire = wire;
    }

    /** Not a mail that may be sent. */
    static final class BareLineEnd extends RuntimeException {

        private static final long serialVersionUID = 1L;

        BareLineEnd() {
            super("a CR or an LF stands alone in what was rebuilt", null, false, false);
        }
    }

    /** Looks through all of it before any of it is sent. */
    static void insistLines(Content content) {
        byte[] buffer = new byte[1 << 14];
        int last = 0;
        for (long at = 0; at < content.size(); at += buffer.length) {
            int length = (int) Math.min(buffer.length, content.size() - at);
            content.copy(at, buffer, 0, length);
            for (int i = 0; i < length; i++) {
                if ((buffer[i] == '\n') != (last == '\r')) {
                    throw new BareLineEnd();
                }
                last = buffer[i];
            }
        }
        if (last == '\r') {
            throw new BareLineEnd();
        }
    }

    void send(byte[] bytes, int length) throws SmtpTrouble {
        for (int i = 0; i < length; i++) {
            int c = bytes[i];
            if (c == '.' && last == '\n' && before == '\r') {
                put('.');
            }
            put(c);
            before = last;
            last = c;
        }
    }

    void send(Content content) throws SmtpTrouble {
        byte[] buffer = new byte[1 << 14];
        for (long at = 0; at < content.size(); at += buffer.length) {
            int length = (int) Math.min(buffer.length, content.size() - at);
            content.copy(at, buffer, 0, length);
            send(buffer, length);
        }
    }

    /** Everything but the dot; a mail without a last line end gets one. */
    void finish() throws SmtpTrouble {
        if (last != '\n') {
            put('\r');
            put('\n');
        }
        wire.send(out, used);
        used = 0;
    }

    private void put(int c) throws SmtpTrouble {
        if (used == out.length) {
            wire.send(out, used);
            used = 0;
        }
        out[used++] = (byte) c;
    }
}
