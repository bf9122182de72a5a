package jp.kiyome.bridge.icap;

import java.util.Optional;
import jp.kiyome.bridge.wire.Address;
import jp.kiyome.core.text.Ascii;

/**
 * A service of an ICAP server (RFC 3507 §4.2).
 *
 * @param server where it listens
 * @param service its path and arguments, without the first slash
 */
public record IcapAddress(Address.Tcp server, String service) {

    private static final String SCHEME = "icap://";
    private static final int PORT = 1344;

    /** Reads {@code icap://HOST[:PORT]/SERVICE}; empty for anything else. */
    public static Optional<IcapAddress> read(String text) {
        int slash = text.startsWith(SCHEME) ? text.indexOf('/', SCHEME.length()) : -1;
        if (slash < 0 || !text.substring(slash + 1).chars().allMatch(IcapAddress::mayStand)) {
            return Optional.empty();
        }
        String host = text.substring(SCHEME.length(), slash);
        boolean port = host.lastIndexOf(':') > host.lastIndexOf(']');
        return Address.read("tcp:" + host + (port ? "" : ":" + PORT))
                .filter(Address.Tcp.class::isInstance)
                .map(server -> new IcapAddress((Address.Tcp) server, text.substring(slash + 1)));
    }

    private static boolean mayStand(int c) {
        return Ascii.isLetterOrDigit(c) || "/_-.~?=&%,".indexOf(c) >= 0;
    }

    /** What stands behind {@code Host:}. */
    String host() {
        String host = server.host();
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + server.port();
    }

    @Override
    public String toString() {
        return SCHEME + host() + "/" + service;
    }
}
