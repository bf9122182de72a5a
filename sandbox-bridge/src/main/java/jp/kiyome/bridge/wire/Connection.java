package jp.kiyome.bridge.wire;

import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.WhyNotScanned;

/**
 * A stream of bytes both ways. Reading and writing wait; {@link #until} is what ends the waiting. One thread may read while
 * another writes.
 */
public final class Connection implements AutoCloseable {

    private final SocketChannel channel;
    private final InputStream in;

    private Connection(SocketChannel channel) {
        this.channel = channel;
        this.in = Channels.newInputStream(channel);
    }

    /**
     * Connects.
     *
     * @throws Unanswered when nobody is there, or not in time
     */
    public static Connection open(Address address, Deadline deadline) {
        try {
            SocketChannel channel = address instanceof Address.UnixSocket
                    ? SocketChannel.open(StandardProtocolFamily.UNIX)
                    : SocketChannel.open();
            Connection connection = new Connection(channel);
            Watch watch = connection.until(deadline);
            try {
                channel.connect(address.socket());
                return connection;
            } catch (IOException | RuntimeException e) {
                connection.close();
                throw e;
            } finally {
                watch.close();
            }
        } catch (IOException | UnresolvedAddressException e) {
            deadline.demand();
            throw new Unanswered(WhyNotScanned.SOURCE_DOWN, address + ": " + e);
        }
    }

    /** Closes the connection when the deadline passes before the watch is closed. */
    public Watch until(Deadline deadline) {
        return new Watch(this, deadline);
    }

    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    public void writeAscii(String text) throws IOException {
        write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** What the other side sends, unbuffered. */
    public InputStream in() {
        return in;
    }

    /** Never fails: what is open on the other side is the other side's affair. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            // A connection that cannot be closed is not used again all the same.
            return;
        }
    }
}
