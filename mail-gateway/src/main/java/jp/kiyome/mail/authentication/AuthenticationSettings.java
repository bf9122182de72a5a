package jp.kiyome.mail.authentication;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.kiyome.mail.address.DomainName;
import jp.kiyome.mail.authentication.results.Upstream;

/**
 * How authentication is done.
 *
 * @param authservId under which results are written; no other server's
 * @param servers recursive name servers, in the order in which they are asked
 * @param patience with one server, for one question
 * @param deadline of all questions for one mail
 * @param trusted servers before this one whose results are believed
 * @param suffixes a newer list of public suffixes than the one that comes with the program
 */
public record AuthenticationSettings(
        DomainName authservId,
        List<InetSocketAddress> servers,
        Duration patience,
        Duration deadline,
        List<Upstream> trusted,
        Optional<Path> suffixes) {

    public AuthenticationSettings {
        servers = List.copyOf(servers);
        trusted = List.copyOf(trusted);
        DomainName own = authservId;
        if (trusted.stream().anyMatch(upstream -> upstream.name().equals(own))) {
            throw new IllegalArgumentException("a trusted server cannot have this server's own authserv-id");
        }
    }

    /** Two seconds for a question and ten for a mail, nobody trusted. */
    public static AuthenticationSettings usual(DomainName authservId, List<InetSocketAddress> servers) {
        return new AuthenticationSettings(
                authservId, servers, Duration.ofSeconds(2), Duration.ofSeconds(10), List.of(), Optional.empty());
    }
}
