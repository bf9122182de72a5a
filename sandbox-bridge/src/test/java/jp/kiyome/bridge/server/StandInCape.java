package jp.kiyome.bridge.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** No CAPE: answers five requests as CAPE's documentation describes them, with what a test says. */
public final class StandInCape implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger looks = new AtomicInteger();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** What the report is. */
    public volatile String report = "{}";

    /** What creating a task answers. */
    public volatile String created = "{\"error\": false, \"data\": {\"task_ids\": [7], \"message\": \"ok\"}}";

    /** What a search for a hash answers. */
    public volatile String found = "{\"error\": false, \"data\": []}";

    /** What the state of a task is, once it was asked for often enough. */
    public volatile String state = "reported";

    public volatile int looksUntilThen = 2;

    public StandInCape() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
        server.createContext("/apiv2/tasks/create/", exchange -> answer(exchange, created));
        server.createContext("/apiv2/tasks/status/", exchange -> {
            String now = looks.incrementAndGet() < looksUntilThen ? "running" : state;
            answer(exchange, "{\"error\": false, \"data\": \"" + now + "\"}");
        });
        server.createContext("/apiv2/tasks/search/sha256/", exchange -> answer(exchange, found));
        server.createContext("/apiv2/tasks/get/report/7/json/", exchange -> answer(exchange, report));
        server.start();
    }

    private void answer(HttpExchange exchange, String text) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n"
                + exchange.getRequestHeaders().getFirst("Authorization") + "\n" + body);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Method and path, token, body. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
