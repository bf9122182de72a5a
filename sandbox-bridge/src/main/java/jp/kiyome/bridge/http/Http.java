package jp.kiyome.bridge.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import jp.kiyome.bridge.verdict.Deadline;
import jp.kiyome.bridge.verdict.Unanswered;
import jp.kiyome.bridge.verdict.WhyNotScanned;

/**
 * Sends requests and reads whole answers of bounded size by a deadline. Follows no redirection and uses no proxy, so it speaks
 * with nobody but the server named. Threads may share it.
 */
public final class Http implements AutoCloseable {

    private final HttpClient client;
    private final long mostAnswer;

    /** @param mostAnswer bytes of an answer */
    public Http(long mostAnswer) {
        this.mostAnswer = mostAnswer;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .build();
    }

    /** A whole answer. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    public record Answer(int status, byte[] body) {}

    /** A header field; a name may stand more than once. */
    public record Field(String name, String value) {

        /** Whether a text can be a value without ending it. */
        public static boolean mayBeValue(String text) {
            return !text.isBlank() && text.length() < 8000 && text.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        }
    }

    public Answer get(URI uri, List<Field> fields, Deadline deadline) {
        return send(HttpRequest.newBuilder(uri).GET(), fields, deadline);
    }

    public Answer post(URI uri, List<Field> fields, HttpRequest.BodyPublisher body, Deadline deadline) {
        return send(HttpRequest.newBuilder(uri).POST(body), fields, deadline);
    }

    /** Waits for the whole answer, head and body. */
    private Answer send(HttpRequest.Builder builder, List<Field> fields, Deadline deadline) {
        deadline.demand();
        fields.forEach(field -> builder.header(field.name(), field.value()));
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(
                builder.timeout(deadline.remaining().plusMillis(1)).build(),
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), mostAnswer));
        try {
            HttpResponse<byte[]> response = sent.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (ExecutionException e) {
            throw explain(Objects.requireNonNullElse(e.getCause(), e), deadline);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new Unanswered(WhyNotScanned.TIME_OUT, "no whole answer");
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new Unanswered(WhyNotScanned.TIME_OUT, "interrupted");
        }
    }

    private static Unanswered explain(Throwable failure, Deadline deadline) {
        if (deadline.passed() || failure instanceof HttpTimeoutException) {
            return new Unanswered(WhyNotScanned.TIME_OUT, String.valueOf(failure));
        }
        return failure instanceof IOException
                ? new Unanswered(WhyNotScanned.SOURCE_DOWN, failure.toString())
                : new Unanswered(WhyNotScanned.PROTOCOL, String.valueOf(failure));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
