package jp.kiyome.mail.address;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.text.Ascii;

/**
 * Addresses and domains that somebody lists. An entry is a mailbox; a domain ({@code example.jp}, that one alone); a domain with all below
 * it ({@code .example.jp}, itself too); or {@code <>}, the null sender. Whether letters are large or small does not count. Immutable.
 */
public record AddressSet(Set<String> mailboxes, Set<DomainName> domains, Set<DomainName> below, boolean nobody) {

    public AddressSet {
        mailboxes = Set.copyOf(mailboxes);
        domains = Set.copyOf(domains);
        below = Set.copyOf(below);
    }

    /** Gathers entries. Not thread-safe. */
    public static final class Gathering {

        private final Set<String> mailboxes = new HashSet<>();
        private final Set<DomainName> domains = new HashSet<>();
        private final Set<DomainName> below = new HashSet<>();
        private boolean nobody;

        /** Whether it was an entry. */
        public boolean add(String written) {
            if (written.equals("<>")) {
                nobody = true;
                return true;
            }
            if (written.indexOf('@') >= 0) {
                return Mailbox.read(written)
                        .map(AddressSet::key)
                        .map(this::mailbox)
                        .orElse(false);
            }
            boolean all = written.startsWith(".");
            Optional<DomainName> domain = DomainName.read(all ? written.substring(1) : written);
            domain.ifPresent((all ? below : domains)::add);
            return domain.isPresent();
        }

        private boolean mailbox(String key) {
            mailboxes.add(key);
            return true;
        }

        public AddressSet end() {
            return new AddressSet(mailboxes, domains, below, nobody);
        }
    }

    /**
     * Whether it is listed.
     *
     * @param mailbox empty for the null sender
     */
    public boolean contains(Optional<Mailbox> mailbox) {
        return mailbox.map(this::contains).orElse(nobody);
    }

    public boolean contains(Mailbox mailbox) {
        return mailboxes.contains(key(mailbox)) || contains(mailbox.domain());
    }

    public boolean contains(DomainName domain) {
        if (domains.contains(domain)) {
            return true;
        }
        String at = domain.name();
        while (!below.contains(new DomainName(at))) {
            int dot = at.indexOf('.');
            if (dot < 0) {
                return false;
            }
            at = at.substring(dot + 1);
        }
        return true;
    }

    private static String key(Mailbox mailbox) {
        return Ascii.lower(mailbox.toString());
    }
}
