package jp.kiyome.mail.authentication.spf;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.mail.address.Network;
import jp.kiyome.mail.authentication.dns.Answer;
import jp.kiyome.mail.authentication.dns.Lookups;
import jp.kiyome.mail.authentication.dns.RecordType;

/**
 * Whether a client may send in the name of a domain (RFC 7208 §4). Ten terms that ask, ten hosts a term and two questions in vain, then
 * it is an error. For one mail and one thread.
 */
public final class SpfCheck {

    private static final int MOST_TERMS = 10;
    private static final int MOST_HOSTS = 10;
    private static final int MOST_VOID = 2;

    private final Lookups lookups;
    private final InetAddress client;
    private final SpfMacros macros;
    private int terms;
    private int voids;

    private SpfCheck(Lookups lookups, InetAddress client, SpfMacros macros) {
        this.lookups = lookups;
        this.client = client;
        this.macros = macros;
    }

    /**
     * The answer of a domain.
     *
     * @param helo as the client greeted
     * @param local part of the sender; postmaster where there is none (§4.3)
     */
    public static SpfOutcome check(Lookups lookups, InetAddress client, String helo, String local, String domain) {
        SpfCheck check = new SpfCheck(lookups, client, new SpfMacros(client, helo, local, domain));
        try {
            return check.host(domain);
        } catch (Stop stop) {
            return stop.outcome;
        }
    }

    private SpfOutcome host(String domain) {
        if (!isDomain(domain)) {
            return SpfOutcome.NONE;
        }
        List<String> records =
                switch (lookups.ask(domain, RecordType.TXT)) {
                    case Answer.Found found ->
                        found.values().stream().filter(SpfRecordReader::isSpf).toList();
                    case Answer.Nothing _ -> List.of();
                    case Answer.Trouble _ -> throw new Stop(SpfOutcome.TEMPERROR);
                };
        if (records.isEmpty()) {
            return SpfOutcome.NONE;
        }
        Optional<SpfRecord> record = records.size() > 1 ? Optional.empty() : SpfRecordReader.read(records.getFirst());
        return evaluated(record.orElseThrow(() -> new Stop(SpfOutcome.PERMERROR)), domain);
    }

    /** §4.3: one label alone, or one that is too long, has no record. */
    private static boolean isDomain(String domain) {
        if (domain.length() > 253 || domain.indexOf('.') < 0) {
            return false;
        }
        for (String label : domain.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > 63) {
                return false;
            }
        }
        return true;
    }

    private SpfOutcome evaluated(SpfRecord record, String domain) {
        for (SpfRecord.Directive directive : record.directives()) {
            if (matches(directive.mechanism(), domain)) {
                return directive.outcome();
            }
        }
        if (record.redirect().isEmpty()) {
            return SpfOutcome.NEUTRAL;
        }
        countTerm();
        SpfOutcome other = host(expanded(record.redirect().get(), domain));
        return other == SpfOutcome.NONE ? SpfOutcome.PERMERROR : other;
    }

    private boolean matches(Mechanism mechanism, String domain) {
        return switch (mechanism) {
            case Mechanism.All _ -> true;
            case Mechanism.Ip ip -> ip.network().contains(client);
            case Mechanism.Include include -> {
                countTerm();
                yield included(host(expanded(include.domain(), domain)));
            }
            case Mechanism.A a -> {
                countTerm();
                yield hasAddress(target(a.domain(), domain), a.prefix());
            }
            case Mechanism.Mx mx -> {
                countTerm();
                yield exchanges(target(mx.domain(), domain), mx.prefix());
            }
            case Mechanism.Ptr ptr -> {
                countTerm();
                yield validated(target(ptr.domain(), domain)).isPresent();
            }
            case Mechanism.Exists exists -> {
                countTerm();
                yield !asked(expanded(exists.domain(), domain), RecordType.A).isEmpty();
            }
        };
    }

    /** §5.2. */
    private static boolean included(SpfOutcome outcome) {
        return switch (outcome) {
            case PASS -> true;
            case FAIL, SOFTFAIL, NEUTRAL -> false;
            case TEMPERROR -> throw new Stop(SpfOutcome.TEMPERROR);
            case PERMERROR, NONE -> throw new Stop(SpfOutcome.PERMERROR);
        };
    }

    private boolean hasAddress(String name, Mechanism.Prefix prefix) {
        return anyIsClient(asked(name, addressType()), prefix);
    }

    private RecordType addressType() {
        return client instanceof Inet4Address ? RecordType.A : RecordType.AAAA;
    }

    private boolean anyIsClient(List<String> addresses, Mechanism.Prefix prefix) {
        boolean v4 = client instanceof Inet4Address;
        for (String text : addresses) {
            Optional<InetAddress> address = Network.literal(text);
            boolean same = address.isPresent() && address.get() instanceof Inet4Address == v4;
            if (same && new Network(address.get(), v4 ? prefix.v4() : prefix.v6()).contains(client)) {
                return true;
            }
        }
        return false;
    }

    private boolean exchanges(String name, Mechanism.Prefix prefix) {
        List<String> hosts = asked(name, RecordType.MX);
        if (hosts.size() > MOST_HOSTS) {
            throw new Stop(SpfOutcome.PERMERROR);
        }
        for (String host : hosts) {
            if (!host.isEmpty() && hasAddress(host, prefix)) {
                return true;
            }
        }
        return false;
    }

    /** §5.5: a name of the client that leads back to it and is the domain or below it; trouble there means no match. */
    private Optional<String> validated(String domain) {
        Answer names = lookups.ask(macros.reverseName(), RecordType.PTR);
        if (!(names instanceof Answer.Found found)) {
            return Optional.empty();
        }
        Mechanism.Prefix whole = new Mechanism.Prefix(32, 128);
        String wanted = Ascii.lower(domain);
        return found.values().stream()
                .limit(MOST_HOSTS)
                .map(name -> Ascii.lower(name))
                .filter(name -> name.equals(wanted) || name.endsWith("." + wanted))
                .filter(name -> leadsBack(name, whole))
                .findFirst();
    }

    private boolean leadsBack(String name, Mechanism.Prefix whole) {
        return lookups.ask(name, addressType()) instanceof Answer.Found found && anyIsClient(found.values(), whole);
    }

    private List<String> asked(String name, RecordType type) {
        return switch (lookups.ask(name, type)) {
            case Answer.Found found -> found.values();
            case Answer.Nothing _ -> {
                if (++voids > MOST_VOID) {
                    throw new Stop(SpfOutcome.PERMERROR);
                }
                yield List.of();
            }
            case Answer.Trouble _ -> throw new Stop(SpfOutcome.TEMPERROR);
        };
    }

    private String target(Optional<MacroText> text, String domain) {
        return text.map(macro -> expanded(macro, domain)).orElse(domain);
    }

    private String expanded(MacroText text, String domain) {
        return text.expanded(
                letter -> letter == 'p' ? validated(domain).orElse("unknown") : macros.value(letter, domain));
    }

    private void countTerm() {
        if (++terms > MOST_TERMS) {
            throw new Stop(SpfOutcome.PERMERROR);
        }
    }

    /** Ends the whole evaluation, however deep (§2.6.6, §2.6.7). */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final SpfOutcome outcome;

        Stop(SpfOutcome outcome) {
            super(outcome.word(), null, false, false);
            this.outcome = outcome;
        }
    }
}
