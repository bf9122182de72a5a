package jp.kiyome.mail.authentication.results;

import java.net.InetAddress;
import java.util.Optional;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.address.Network;
import jp.kiyome.mail.authentication.header.HeaderField;

/**
 * A server before this one whose results are believed. It has to remove what others wrote under its name.
 *
 * @param network from which it hands mail in
 * @param name its authserv-id
 */
public record Upstream(Network network, DomainName name) {

    /** Whether a client is this server. */
    public boolean is(Optional<InetAddress> client) {
        return client.filter(network::contains).isPresent();
    }

    /** Whether a field of results names this server as its writer. */
    boolean wrote(HeaderField field) {
        return ResultsReader.read(field.unfolded())
                .map(read -> read.authservId().equals(Ascii.lower(name.name())))
                .orElse(false);
    }
}
