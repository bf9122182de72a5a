package jp.kiyome.bridge.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;
import jp.kiyome.bridge.wire.Address;

/** Stands between a client and a server, and is slow, or cuts the line. */
public final class Proxy implements AutoCloseable {

    private final ServerSocket listening;
    private final Address.Tcp server;
    private final AtomicInteger connections = new AtomicInteger();

    /** Milliseconds that each piece of an answer waits. */
    public volatile int delay;

    /** Bytes of requests after which the line is cut, once. */
    public volatile long cutAfter = Long.MAX_VALUE;

    public Proxy(Address server) {
        this.server = (Address.Tcp) server;
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    public Address address() {
        return new Address.Tcp("127.0.0.1", listening.getLocalPort());
    }

    public int connections() {
        return connections.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                connections.incrementAndGet();
                connect(client);
            }
        } catch (IOException e) {
            return;
        }
    }

    /** Without a server behind it the line is closed, as a port where nobody listens would be. */
    private void connect(Socket client) throws IOException {
        try {
            Socket to = new Socket(server.host(), server.port());
            Thread.ofVirtual().start(() -> copy(client, to, true));
            Thread.ofVirtual().start(() -> copy(to, client, false));
        } catch (IOException e) {
            client.close();
        }
    }

    private void copy(Socket from, Socket to, boolean request) {
        long copied = 0;
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                copied += read;
                if (request && copied > cutAfter) {
                    cutAfter = Long.MAX_VALUE;
                    return;
                }
                if (!request && delay > 0) {
                    Thread.sleep(delay);
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException | InterruptedException e) {
            return;
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close", e);
        }
    }
}
