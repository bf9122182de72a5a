package jp.kiyome.mail.server;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Who hands a mail in.
 *
 * @param peer the other end of the connection, or whom a trusted PROXY header names
 * @param address whose mail it is: the peer, or whom a trusted peer names by XFORWARD; empty where that one does not know
 * @param port likewise
 * @param name of its host, as the peer says; may be empty
 * @param helo how it greeted
 * @param protocol SMTP, ESMTP or LMTP, with S where it was encrypted (RFC 3848)
 */
public record Client(
        InetAddress peer,
        Optional<InetAddress> address,
        Optional<String> port,
        String name,
        String helo,
        String protocol) {

    static Client of(InetAddress peer) {
        return new Client(peer, Optional.of(peer), Optional.empty(), "", "", "SMTP");
    }

    Client greeting(String as, String by) {
        return new Client(peer, address, port, name, as, by);
    }
}
