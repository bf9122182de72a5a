package jp.kiyome.bridge.icap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import jp.kiyome.bridge.wire.Connection;
import jp.kiyome.core.content.Content;

/** Sends a body in chunks. The other side sets the pace. One thread sends while another may look at {@link #sentAll}. */
final class BodySender {

    private static final int CHUNK = 1 << 16;

    private final Connection connection;
    private final Content content;
    private volatile boolean sentAll;

    BodySender(Connection connection, Content content) {
        this.connection = connection;
        this.content = content;
    }

    /** Whether every byte of the content has gone out; an answer that came before cannot be about all of it. */
    boolean sentAll() {
        return sentAll;
    }

    void send(long from, long to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK + 16);
        for (long at = from; at < to; ) {
            int length = (int) Math.min(CHUNK, to - at);
            byte[] size = (Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            buffer.clear().put(size);
            content.copy(at, buffer.array(), size.length, length);
            buffer.position(size.length + length)
                    .put((byte) '\r')
                    .put((byte) '\n')
                    .flip();
            connection.write(buffer);
            at += length;
        }
        sentAll = to == content.size();
    }

    /** @param whole whether a preview was all there is (RFC 3507 §4.5, ieof) */
    void end(boolean whole) throws IOException {
        connection.writeAscii(whole ? "0; ieof\r\n\r\n" : "0\r\n\r\n");
    }

    /** The rest, in a thread of its own, since a scanner may answer before it has all. What fails shows in the answer. */
    void sendRest(long from) {
        Thread.ofVirtual().start(() -> {
            try {
                send(from, content.size());
                end(false);
            } catch (IOException e) {
                return;
            }
        });
    }
}
