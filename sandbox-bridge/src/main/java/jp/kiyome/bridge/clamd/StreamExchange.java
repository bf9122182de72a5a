package jp.kiyome.bridge.clamd;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.bridge.wire.Connection;
import jp.kiyome.bridge.wire.Watch;
import jp.kiyome.core.content.Content;

/**
 * One INSTREAM: chunks go out while the answer is waited for, since clamd that has had enough answers and closes before all is
 * sent. The other side sets the pace.
 */
final class StreamExchange {

    private static final int CHUNK = 1 << 16;

    private final Connection connection;
    private final Content content;
    private final int mostAnswer;

    StreamExchange(Connection connection, Content content, int mostAnswer) {
        this.connection = connection;
        this.content = content;
        this.mostAnswer = mostAnswer;
    }

    /**
     * Sends all and gives the answer.
     *
     * @throws LostUnanswered when the connection ended without a byte of an answer
     * @throws Unanswered when there is no whole answer, or good news before all was sent
     */
    String run(Deadline deadline) {
        try (Watch watch = connection.until(deadline)) {
            CompletableFuture<String> answer = new CompletableFuture<>();
            Thread.ofVirtual().start(() -> listen(answer));
            boolean allSent = send(answer);
            try {
                return judged(answer.get(), allSent);
            } catch (ExecutionException e) {
                throw explain(watch, Objects.requireNonNullElse(e.getCause(), e));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                connection.close();
                throw new Unanswered(WhyNotScanned.TIME_OUT, "interrupted");
            }
        }
    }

    private static RuntimeException explain(Watch watch, Throwable failure) {
        return switch (failure) {
            case Unanswered unanswered -> unanswered;
            case IOException io when watch.isOver() -> watch.explain(io);
            case IOException io -> new LostUnanswered(io);
            default -> new Unanswered(WhyNotScanned.PROTOCOL, failure.toString());
        };
    }

    /** An answer that is not an error or an alert cannot be about what was not sent yet. */
    private static String judged(String answer, boolean allSent) {
        if (!allSent && answer.endsWith("OK")) {
            throw new Unanswered(WhyNotScanned.PROTOCOL, "answered before all was sent: " + answer);
        }
        return answer;
    }

    /** Whether all was sent; when sending fails, the answer tells why. */
    private boolean send(CompletableFuture<String> answer) {
        try {
            connection.writeAscii("zINSTREAM\0");
            ByteBuffer chunk = ByteBuffer.allocate(CHUNK + 4);
            for (long at = 0; at < content.size(); ) {
                if (answer.isDone()) {
                    return false;
                }
                int length = (int) Math.min(CHUNK, content.size() - at);
                chunk.clear().putInt(length);
                content.copy(at, chunk.array(), 4, length);
                connection.write(chunk.position(0).limit(length + 4));
                at += length;
            }
            if (answer.isDone()) {
                return false;
            }
            connection.write(ByteBuffer.allocate(4));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void listen(CompletableFuture<String> answer) {
        try {
            answer.complete(answer(connection.in(), mostAnswer));
        } catch (IOException | RuntimeException e) {
            answer.completeExceptionally(e);
        }
    }

    /**
     * Reads up to the NUL that ends an answer.
     *
     * @param most bytes at most
     */
    static String answer(InputStream in, int most) throws IOException {
        byte[] bytes = new byte[most];
        for (int length = 0; length < most; ) {
            int read = read(in, bytes, length);
            if (read < 0) {
                throw new Unanswered(WhyNotScanned.PROTOCOL, "an answer without an end");
            }
            for (int i = length; i < length + read; i++) {
                if (bytes[i] == 0) {
                    if (i != length + read - 1) {
                        throw new Unanswered(WhyNotScanned.PROTOCOL, "more than one answer");
                    }
                    return new String(bytes, 0, i, StandardCharsets.ISO_8859_1);
                }
            }
            length += read;
        }
        throw new Unanswered(WhyNotScanned.PROTOCOL, "an answer longer than " + most + " bytes");
    }

    /** What comes, or -1 when an answer was begun and nothing more comes. */
    private static int read(InputStream in, byte[] bytes, int begun) throws IOException {
        try {
            int read = in.read(bytes, begun, bytes.length - begun);
            if (read < 0 && begun == 0) {
                throw new EOFException("closed before an answer");
            }
            return read;
        } catch (IOException e) {
            if (begun > 0) {
                return -1;
            }
            throw e;
        }
    }
}
