package jp.kiyome.approval.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.OptionalInt;
import jp.kiyome.approval.access.Side;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;

/**
 * The doors: a connector for each, and on every request the side that it came by. That is the connector's, which nobody can say
 * otherwise. Threads share it.
 */
final class Doors extends ValveBase implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final int MOST_CONNECTIONS = 2000;
    private static final int THREADS = 64;
    private static final int PATIENCE = 20_000;
    private static final int HEADER = 16 << 10;

    private final WebSettings settings;
    private final IdentityHashMap<Connector, Side> sides = new IdentityHashMap<>();

    Doors(WebSettings settings) {
        super(true);
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addConnectorCustomizers(connector ->
                sides.put(connector, settings.reach().doors().getFirst().side()));
        for (Listening door :
                settings.reach().doors().subList(1, settings.reach().doors().size())) {
            Connector connector = another(door);
            sides.put(connector, door.side());
            factory.addAdditionalConnectors(connector);
        }
        factory.addEngineValves(this);
    }

    /** With the bounds of the first, which Spring Boot makes from its properties; see {@link WebServer}. */
    private static Connector another(Listening door) {
        Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        connector.setPort(door.port());
        connector.setThrowOnFailure(true);
        insist(connector.setProperty("address", door.address()));
        insist(connector.setProperty("connectionTimeout", "" + PATIENCE));
        insist(connector.setProperty("maxConnections", "" + MOST_CONNECTIONS));
        insist(connector.setProperty("maxThreads", "" + THREADS));
        insist(connector.setProperty("maxHttpRequestHeaderSize", "" + HEADER));
        return connector;
    }

    private static void insist(boolean taken) {
        if (!taken) {
            throw new IllegalStateException("the connector does not know a bound");
        }
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Side side = sides.get(request.getConnector());
        if (side == null) {
            response.sendError(404);
            return;
        }
        request.setAttribute(Side.ATTRIBUTE, side);
        getNext().invoke(request, response);
    }

    /** Where a door listens, once it does. */
    OptionalInt port(Side side) {
        return sides.entrySet().stream()
                .filter(entry -> entry.getValue() == side)
                .mapToInt(entry -> entry.getKey().getLocalPort())
                .findFirst();
    }
}
