package jp.kiyome.mail.authentication.spf;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.mail.address.Network;
import org.jspecify.annotations.Nullable;

/** Reads SPF records (RFC 7208 §12). One term that is not understood spoils the record. */
final class SpfRecordReader {

    private static final int MOST_TERMS = 500;
    private static final Pattern TERM = Pattern.compile("([+?~-]?)([A-Za-z][A-Za-z0-9_.-]*)((?:[=:/].*)?)");
    private static final Pattern TAIL = Pattern.compile("(?::(.+?))?(?:/(0|[1-9][0-9]?))?(?://(0|[1-9][0-9]{0,2}))?");

    private final List<SpfRecord.Directive> directives = new ArrayList<>();
    private Optional<MacroText> redirect = Optional.empty();
    private boolean explained;

    private SpfRecordReader() {}

    static boolean isSpf(String text) {
        return text.length() >= 6
                && Ascii.lower(text.substring(0, 6)).equals("v=spf1")
                && (text.length() == 6 || text.charAt(6) == ' ');
    }

    /** Empty for what breaks the grammar. */
    static Optional<SpfRecord> read(String text) {
        SpfRecordReader reader = new SpfRecordReader();
        String[] terms = text.substring(6).split(" +", -1);
        if (terms.length > MOST_TERMS) {
            return Optional.empty();
        }
        for (String term : terms) {
            if (!term.isEmpty() && !reader.term(term)) {
                return Optional.empty();
            }
        }
        return Optional.of(new SpfRecord(reader.directives, reader.redirect));
    }

    private boolean term(String term) {
        Matcher parts = TERM.matcher(term);
        if (!parts.matches()) {
            return false;
        }
        String name = Ascii.lower(parts.group(2));
        String rest = parts.group(3);
        if (rest.startsWith("=")) {
            return parts.group(1).isEmpty() && modifier(name, rest.substring(1));
        }
        Optional<Mechanism> mechanism = mechanism(name, rest);
        mechanism.ifPresent(what -> directives.add(new SpfRecord.Directive(outcome(parts.group(1)), what)));
        return mechanism.isPresent();
    }

    private static SpfOutcome outcome(String qualifier) {
        return switch (qualifier) {
            case "-" -> SpfOutcome.FAIL;
            case "~" -> SpfOutcome.SOFTFAIL;
            case "?" -> SpfOutcome.NEUTRAL;
            default -> SpfOutcome.PASS;
        };
    }

    private boolean modifier(String name, String value) {
        if (name.equals("redirect")) {
            boolean first = redirect.isEmpty();
            redirect = MacroText.domain(value);
            return first && redirect.isPresent();
        }
        if (name.equals("exp")) {
            // The explanation is for the sender's eyes; it is not fetched.
            boolean first = !explained;
            explained = true;
            return first && MacroText.domain(value).isPresent();
        }
        return MacroText.any(value).isPresent();
    }

    private static Optional<Mechanism> mechanism(String name, String rest) {
        return switch (name) {
            case "all" -> rest.isEmpty() ? Optional.of(new Mechanism.All()) : Optional.empty();
            case "include" -> neededDomain(rest).map(Mechanism.Include::new);
            case "exists" -> neededDomain(rest).map(Mechanism.Exists::new);
            case "ptr" ->
                rest.isEmpty()
                        ? Optional.of(new Mechanism.Ptr(Optional.empty()))
                        : neededDomain(rest).map(domain -> new Mechanism.Ptr(Optional.of(domain)));
            case "a", "mx" -> host(name.equals("a"), rest);
            case "ip4", "ip6" -> network(name.equals("ip4"), rest);
            default -> Optional.empty();
        };
    }

    private static Optional<MacroText> neededDomain(String rest) {
        return rest.startsWith(":") ? MacroText.domain(rest.substring(1)) : Optional.empty();
    }

    private static Optional<Mechanism> host(boolean a, String rest) {
        Matcher parts = TAIL.matcher(rest);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<MacroText> domain = Optional.ofNullable(parts.group(1)).flatMap(MacroText::domain);
        Mechanism.Prefix prefix = new Mechanism.Prefix(bits(parts.group(2), 32), bits(parts.group(3), 128));
        if (parts.group(1) != null && domain.isEmpty() || prefix.v4() > 32 || prefix.v6() > 128) {
            return Optional.empty();
        }
        return Optional.of(a ? new Mechanism.A(domain, prefix) : new Mechanism.Mx(domain, prefix));
    }

    private static int bits(@Nullable String digits, int usual) {
        return digits == null ? usual : Integer.parseInt(digits);
    }

    private static Optional<Mechanism> network(boolean v4, String rest) {
        if (!rest.startsWith(":")) {
            return Optional.empty();
        }
        int slash = rest.indexOf('/');
        String written = rest.substring(1, slash < 0 ? rest.length() : slash);
        Optional<InetAddress> address = v4 == written.indexOf(':') < 0 ? Network.literal(written) : Optional.empty();
        String digits = slash < 0 ? "" : rest.substring(slash + 1);
        int most = v4 ? 32 : 128;
        if (address.isEmpty() || slash >= 0 && !digits.matches("0|[1-9][0-9]{0,2}")) {
            return Optional.empty();
        }
        int bits = slash < 0 ? most : Integer.parseInt(digits);
        // Java gives addresses of RFC 4291 §2.5.5.2 as IPv4 ones, on both sides of the comparison.
        boolean mapped = !v4 && address.get() instanceof Inet4Address;
        int counting = mapped ? Math.max(0, bits - 96) : bits;
        return bits > most ? Optional.empty() : Optional.of(new Mechanism.Ip(new Network(address.get(), counting)));
    }
}
