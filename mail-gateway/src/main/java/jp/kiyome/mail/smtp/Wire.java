package jp.kiyome.mail.smtp;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One connection: lines that end with CRLF and nothing else, and a time for whatever is going on. Not thread-safe, but for
 * {@link #close}.
 */
public final class Wire implements Closeable {

    private final Socket socket;
    private final Watchdog watchdog;
    private final Duration idle;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[1 << 13];
    private final ByteArrayOutputStream unsent = new ByteArrayOutputStream();
    private int at;
    private int end;
    private long until;

    /** @param idle that the other side may be silent, or not read */
    public Wire(Socket socket, Watchdog watchdog, Duration idle) throws SmtpTrouble {
        this.socket = socket;
        this.watchdog = watchdog;
        this.idle = idle;
        this.until = System.nanoTime() + idle.toNanos();
        try {
            this.in = socket.getInputStream();
            this.out = socket.getOutputStream();
        } catch (IOException e) {
            throw new SmtpTrouble(SmtpTrouble.Kind.GONE, e.toString());
        }
    }

    public Socket socket() {
        return socket;
    }

    /** What is read from now on must have come by then. */
    public void within(Duration time) {
        until = System.nanoTime() + time.toNanos();
    }

    /** Whether the other side has said more than was read. */
    public boolean isPending() throws SmtpTrouble {
        try {
            return at < end || in.available() > 0;
        } catch (IOException e) {
            throw new SmtpTrouble(SmtpTrouble.Kind.GONE, e.toString());
        }
    }

    /** Bytes that were received and not read: of a conversation in the clear, they must not count as said in the encrypted one. */
    public boolean isBuffered() {
        return at < end;
    }

    /** One byte. */
    public int read() throws SmtpTrouble {
        if (at == end) {
            fill();
        }
        return buffer[at++] & 0xFF;
    }

    private void fill() throws SmtpTrouble {
        long left = Math.min(until - System.nanoTime(), idle.toNanos());
        if (left <= 0) {
            throw new SmtpTrouble(SmtpTrouble.Kind.LATE, "slow");
        }
        try {
            socket.setSoTimeout((int) Math.max(1, left / 1_000_000));
            int read = in.read(buffer, 0, buffer.length);
            if (read < 0) {
                throw new SmtpTrouble(SmtpTrouble.Kind.GONE, "closed");
            }
            at = 0;
            end = read;
        } catch (SocketTimeoutException e) {
            throw new SmtpTrouble(SmtpTrouble.Kind.LATE, "silent");
        } catch (SmtpTrouble e) {
            throw e;
        } catch (IOException e) {
            throw new SmtpTrouble(SmtpTrouble.Kind.GONE, e.toString());
        }
    }

    /**
     * A line without its CRLF.
     *
     * @param most bytes of it
     */
    public String line(int most) throws SmtpTrouble {
        ByteArrayOutputStream line = new ByteArrayOutputStream(80);
        int c = read();
        while (c != '\r') {
            if (c == '\n' || c == 0) {
                throw new SmtpTrouble(SmtpTrouble.Kind.GARBLED, "a lone LF or a NUL");
            }
            if (line.size() == most) {
                throw new SmtpTrouble(SmtpTrouble.Kind.TOO_LONG, "a line");
            }
            line.write(c);
            c = read();
        }
        if (read() != '\n') {
            throw new SmtpTrouble(SmtpTrouble.Kind.GARBLED, "a lone CR");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new SmtpTrouble(SmtpTrouble.Kind.GARBLED, "not UTF-8");
        }
    }

    /** Says a line; it goes out with the next {@link #flush}. */
    public void say(String line) {
        unsent.writeBytes((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    public void flush() throws SmtpTrouble {
        send(unsent.toByteArray(), unsent.size());
        unsent.reset();
    }

    /** Sends bytes at once. */
    public void send(byte[] bytes, int length) throws SmtpTrouble {
        if (length == 0) {
            return;
        }
        try (Watchdog.Guard _ = watchdog.guard(socket, idle)) {
            out.write(bytes, 0, length);
            out.flush();
        } catch (IOException e) {
            throw new SmtpTrouble(SmtpTrouble.Kind.GONE, e.toString());
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed either way.
        }
    }
}
