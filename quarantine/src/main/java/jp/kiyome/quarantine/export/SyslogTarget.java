package jp.kiyome.quarantine.export;

import java.net.URI;
import java.net.URISyntaxException;
import jp.kiyome.core.finding.Untrusted;

/**
 * Where syslog goes.
 *
 * @param tls whether it goes encrypted (RFC 5425), to a host whose certificate says it is that host
 */
public record SyslogTarget(String host, int port, boolean tls) {

    /** The port of syslog over TLS (RFC 5425, 4.1); over TCP there is none of its own. */
    private static final int TLS_PORT = 6514;

    /** For example {@code tls://log.example:6514} or {@code tcp://log.example:601}. */
    public static SyslogTarget parse(String written) {
        try {
            URI uri = new URI(written);
            String scheme = String.valueOf(uri.getScheme());
            boolean tls = scheme.equals("tls");
            int port = uri.getPort() < 0 && tls ? TLS_PORT : uri.getPort();
            if (uri.getHost() != null
                    && (tls || scheme.equals("tcp"))
                    && port > 0
                    && uri.getRawPath().isEmpty()) {
                return new SyslogTarget(uri.getHost(), port, tls);
            }
        } catch (URISyntaxException e) {
            // Told below.
        }
        throw new IllegalArgumentException("neither tcp://host:port nor tls://host:port: " + Untrusted.of(written));
    }
}
