package jp.kiyome.mail.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.kiyome.mail.settings.GatewaySettings;
import jp.kiyome.mail.smtp.Watchdog;
import jp.kiyome.mail.smtp.Wire;

/** Listens for mail: a virtual thread for each client. Threads may share it. */
public final class SmtpServer implements AutoCloseable {

    private static final int BACKLOG = 512;

    /** A client that does not read its farewell. */
    private static final int LINGER_SECONDS = 5;

    private final GatewaySettings settings;
    private final Gate gate;
    private final Optional<Encryption> encryption;
    private final ServerSocket listener;
    private final Watchdog watchdog = new Watchdog();
    private final Visitors visitors;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    private SmtpServer(GatewaySettings settings, Gate gate, Optional<Encryption> encryption, ServerSocket listener) {
        this.settings = settings;
        this.gate = gate;
        this.encryption = encryption;
        this.listener = listener;
        this.visitors = new Visitors(settings.limits());
    }

    /**
     * Begins to listen.
     *
     * @throws IOException when the address cannot be had, or the key for encryption not be used
     */
    public static SmtpServer start(GatewaySettings settings, Gate gate) throws IOException {
        Optional<Encryption> encryption = settings.listen().tls().isEmpty()
                ? Optional.empty()
                : Optional.of(Encryption.of(settings.listen().tls().get()));
        ServerSocket listener = new ServerSocket();
        try {
            listener.setReuseAddress(true);
            listener.bind(
                    new InetSocketAddress(
                            InetAddress.ofLiteral(settings.listen().address()),
                            settings.listen().port()),
                    BACKLOG);
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        SmtpServer server = new SmtpServer(settings, gate, encryption, listener);
        Thread.ofPlatform().name("mail-listener").start(server::listen);
        return server;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** How many clients are connected. */
    public int clients() {
        return visitors.count();
    }

    private void listen() {
        while (!closing) {
            try {
                Socket socket = listener.accept();
                Thread.ofVirtual().name("mail-client").start(() -> serve(socket));
            } catch (IOException e) {
                // Out of descriptors, or closed: others leave, or this does.
                pause();
            }
        }
    }

    private void pause() {
        try {
            Thread.sleep(closing ? 0 : 100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket socket) {
        InetAddress peer = socket.getInetAddress();
        boolean stranger = settings.listen().proxied() && !settings.trusts(peer);
        if (stranger || !visitors.enter(peer)) {
            turnAway(socket);
            return;
        }
        open.add(socket);
        try {
            socket.setTcpNoDelay(true);
            Wire wire = new Wire(socket, watchdog, settings.limits().idle());
            new SmtpSession(settings, gate, watchdog, encryption, wire, peer).run();
        } catch (IOException gone) {
            closeQuietly(socket);
        } finally {
            open.remove(socket);
            visitors.leave(peer);
        }
    }

    private static void turnAway(Socket socket) {
        try {
            socket.setSoLinger(true, LINGER_SECONDS);
            socket.getOutputStream().write("421 4.7.0 Too many connections\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException gone) {
            // It is closed either way.
        }
        closeQuietly(socket);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed either way.
        }
    }

    /** Takes no more clients, and gives those that are there some time to come to an end. */
    public void drain(Duration within) throws InterruptedException {
        closing = true;
        closeListener();
        visitors.awaitNobody(within.toMillis());
    }

    @Override
    public void close() {
        closing = true;
        closeListener();
        open.forEach(SmtpServer::closeQuietly);
        watchdog.close();
    }

    private void closeListener() {
        try {
            listener.close();
        } catch (IOException gone) {
            // It is closed either way.
        }
    }
}
