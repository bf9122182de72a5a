package jp.kiyome.approval.openid;

import com.nimbusds.jose.util.JSONObjectUtils;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a provider: so long and so much and no more, and follows it nowhere. Threads share it. */
final class Fetching {

    private static final int MOST = 256 << 10;

    private final Duration patience;
    private final HttpClient client;

    Fetching(Duration patience) {
        this.patience = patience;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    String get(URI address) throws ProviderTrouble {
        return send(HttpRequest.newBuilder(address).GET());
    }

    /** Sends a form. */
    String post(URI address, String authorization, String form) throws ProviderTrouble {
        return send(HttpRequest.newBuilder(address)
                .header("Authorization", authorization)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private String send(HttpRequest.Builder request) throws ProviderTrouble {
        CompletableFuture<HttpResponse<byte[]>> asked = client.sendAsync(
                request.header("Accept", "application/json").build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST));
        try {
            HttpResponse<byte[]> answer = asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200) {
                throw new ProviderTrouble("it answers " + answer.statusCode());
            }
            return new String(answer.body(), StandardCharsets.UTF_8);
        } catch (ExecutionException e) {
            throw new ProviderTrouble("it cannot be asked", e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new ProviderTrouble("it does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProviderTrouble("the question was given up", e);
        } finally {
            asked.cancel(true);
        }
    }

    /** An object of JSON (RFC 8259); no key twice. */
    static Map<String, Object> object(String text) throws ProviderTrouble {
        try {
            return JSONObjectUtils.parse(text, MOST);
        } catch (ParseException e) {
            throw new ProviderTrouble("not an object of JSON", e);
        }
    }
}
