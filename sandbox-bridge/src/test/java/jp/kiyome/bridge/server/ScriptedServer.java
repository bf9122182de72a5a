package jp.kiyome.bridge.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import jp.kiyome.bridge.wire.Address;

/** A stand-in that does with each connection what a test says. */
public final class ScriptedServer implements AutoCloseable {

    /** What is done with one connection, which is closed afterwards. */
    @FunctionalInterface
    public interface Script {
        void play(Socket connection) throws IOException, InterruptedException;
    }

    private final ServerSocket listening;

    public ScriptedServer(Script script) {
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("no free port", e);
        }
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket connection = listening.accept();
                    Thread.ofVirtual().start(() -> play(script, connection));
                }
            } catch (IOException e) {
                return;
            }
        });
    }

    private static void play(Script script, Socket connection) {
        try (connection) {
            script.play(connection);
        } catch (IOException | InterruptedException e) {
            return;
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    public Address address() {
        return new Address.Tcp("127.0.0.1", port());
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
