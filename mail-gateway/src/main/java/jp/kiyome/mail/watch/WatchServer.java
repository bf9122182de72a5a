package jp.kiyome.mail.watch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import jp.kiyome.mail.settings.GatewaySettings;

/** Answers {@code /health} and {@code /metrics} (the text form of Prometheus) over HTTP. Nothing of a mail is told. Threads may share it. */
public final class WatchServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final PrometheusMeterRegistry registry;
    private final Meters meters;
    private final BooleanSupplier healthy;

    private WatchServer(HttpServer server, PrometheusMeterRegistry registry, Meters meters, BooleanSupplier healthy) {
        this.server = server;
        this.registry = registry;
        this.meters = meters;
        this.healthy = healthy;
    }

    /**
     * Begins to listen.
     *
     * @param meters what is measured
     * @param healthy whether mail is taken; asked each time
     * @throws IOException when the address cannot be had
     */
    public static WatchServer start(GatewaySettings.Watching at, Meters meters, BooleanSupplier healthy)
            throws IOException {
        InetSocketAddress address = new InetSocketAddress(InetAddress.ofLiteral(at.address()), at.port());
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        meters.bindTo(registry);
        WatchServer watch = new WatchServer(HttpServer.create(address, 16), registry, meters, healthy);
        watch.server.setExecutor(watch.threads);
        watch.server.createContext("/health", watch::health);
        watch.server.createContext("/metrics", watch::metrics);
        watch.server.start();
        return watch;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    private void health(HttpExchange exchange) throws IOException {
        boolean well = healthy.getAsBoolean();
        answer(exchange, well ? 200 : 503, "text/plain; charset=utf-8", well ? "ok\n" : "not taking mail\n");
    }

    private void metrics(HttpExchange exchange) throws IOException {
        meters.refresh(registry);
        answer(exchange, 200, "text/plain; version=0.0.4; charset=utf-8", registry.scrape());
    }

    private static void answer(HttpExchange exchange, int status, String type, String text) throws IOException {
        try (exchange) {
            byte[] body = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
        registry.close();
    }
}
