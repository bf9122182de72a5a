package jp.kiyome.approval.directory;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.approval.person.RoleTable;
import jp.kiyome.approval.secret.Secret;

/**
 * An organisation's directory.
 *
 * @param account the distinguished name that we look people up as
 * @param people where they stand
 * @param groups where groups stand that name their members; empty where entries name their groups
 * @param patience for one connection or answer
 */
public record DirectorySettings(
        Server server,
        String account,
        Secret password,
        People people,
        Optional<Groups> groups,
        RoleTable roles,
        Duration patience) {

    /** What stands for a name or a distinguished name in a filter. */
    public static final String PLACE = "{}";

    /** How a connection is kept from others. */
    public enum Protection {
        /** TLS from the start. */
        LDAPS,
        /** TLS before anything is said (RFC 4511, 4.14). */
        START_TLS,
        /** None: for a server on this machine alone. */
        NONE
    }

    /**
     * Where it answers.
     *
     * @param trust a file of certificates (PEM) that may have signed the server's; empty for those that Java trusts
     */
    public record Server(String host, int port, Protection protection, Optional<Path> trust) {

        private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");

        public Server {
            if (protection == Protection.NONE && !HERE.contains(host)) {
                throw new IllegalArgumentException("passwords would go over a network in the clear: " + host);
            }
        }
    }

    /**
     * How people are found, and which attributes tell what of them.
     *
     * @param filter with {@link #PLACE} for the name (RFC 4515)
     * @param memberOf names their groups; empty where it is not to be asked
     */
    public record People(
            String base,
            String filter,
            String fullName,
            String mail,
            Optional<String> group,
            Optional<String> memberOf) {

        public People {
            insistPlace(filter);
        }
    }

    /**
     * How the groups of somebody are found.
     *
     * @param filter with {@link #PLACE} for their distinguished name
     */
    public record Groups(String base, String filter) {

        public Groups {
            insistPlace(filter);
        }
    }

    private static void insistPlace(String filter) {
        if (!filter.contains("=" + PLACE + ")")) {
            throw new IllegalArgumentException("a filter without ={}): it would find whoever");
        }
    }
}
