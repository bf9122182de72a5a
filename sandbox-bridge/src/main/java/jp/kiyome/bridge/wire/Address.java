package jp.kiyome.bridge.wire;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import jp.kiyome.core.text.Ascii;

/** Where a source listens. Names of hosts are looked up at each connection. */
public sealed interface Address {

    SocketAddress socket();

    record Tcp(String host, int port) implements Address {
        @Override
        public SocketAddress socket() {
            return new InetSocketAddress(host, port);
        }

        @Override
        public String toString() {
            return "tcp:" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
        }
    }

    record UnixSocket(Path path) implements Address {
        @Override
        public SocketAddress socket() {
            return UnixDomainSocketAddress.of(path);
        }

        @Override
        public String toString() {
            return "unix:" + path;
        }
    }

    /** Reads {@code unix:/PATH}, {@code tcp:HOST:PORT} or {@code tcp:[IPV6]:PORT}; empty for anything else. */
    static Optional<Address> read(String text) {
        if (text.startsWith("unix:/")) {
            try {
                return Optional.of(new UnixSocket(Path.of(text.substring(5))));
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }
        return text.startsWith("tcp:") ? tcp(text.substring(4)) : Optional.empty();
    }

    private static Optional<Address> tcp(String text) {
        int colon = text.lastIndexOf(':');
        if (colon <= 0) {
            return Optional.empty();
        }
        String host = text.substring(0, colon);
        boolean bracketed = host.startsWith("[") && host.endsWith("]");
        String bare = bracketed ? host.substring(1, host.length() - 1) : host;
        return bare.isEmpty() || bare.indexOf(':') >= 0 != bracketed
                ? Optional.empty()
                : port(text.substring(colon + 1)).map(port -> new Tcp(bare, port));
    }

    private static Optional<Integer> port(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 5 && text.chars().allMatch(Ascii::isDigit);
        return Optional.of(text).filter(any -> digits).map(Integer::parseInt).filter(port -> port > 0 && port < 65536);
    }
}
