package jp.kiyome.mail.settings;

/**
 * A server that rebuilt mail is handed to.
 *
 * @param forwards whether it is told by XFORWARD, where it offers that, whose client the mail came from
 */
public record NextHop(String host, int port, Protocol protocol, Tls tls, boolean forwards) {

    /** Whether the connection is encrypted. */
    public enum Tls {
        NEVER,
        /** Where the other side offers it; the certificate is not looked at, for without it the mail would go in the clear. */
        MAY,
        /** Always, with a certificate that names the host and that Java's list of authorities vouches for. */
        MUST
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
