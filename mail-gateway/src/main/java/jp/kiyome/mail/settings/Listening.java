package jp.kiyome.mail.settings;

import java.util.Optional;

/**
 * Where mail comes in.
 *
 * @param address to bind to, in numbers
 * @param port 0 for any that is free
 * @param protocol with LMTP each recipient of a mail is answered for by itself
 * @param proxied whether each connection begins with a PROXY v2 header; only trusted peers are listened to then
 * @param tls for STARTTLS; empty where it is not offered
 * @param bareLineEnds what becomes of a mail with a lone CR or LF
 */
public record Listening(
        String address,
        int port,
        Protocol protocol,
        boolean proxied,
        Optional<KeyFile> tls,
        BareLineEnds bareLineEnds) {

    /** The port that SMTP alone may have (RFC 2033 §5). */
    static final int SMTP_PORT = 25;

    /** What becomes of a mail in which a CR or an LF stands alone. */
    public enum BareLineEnds {
        /** It is refused for good, once it has been read to its end. */
        REJECT,
        /** It becomes CRLF. The end of the mail is CRLF.CRLF alone, either way. */
        NORMALISE
    }
}
