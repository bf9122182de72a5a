package jp.kiyome.approval.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The proxies that stand before us, and what we believe of what they say: who has asked them. Nobody else is listened to, and of a
 * chain of addresses only the last that is no proxy of ours counts: everything before it anybody could have written.
 *
 * @param trusted their addresses
 * @param header the one that they set
 */
public record Proxies(Set<InetAddress> trusted, Header header) {

    /** Where a proxy says for whom it asks. */
    public enum Header {
        X_FORWARDED_FOR("X-Forwarded-For", "(?:^|,)([^,]*)"),
        /** RFC 7239. */
        FORWARDED("Forwarded", "(?:^|[,;])\\s*(?i:for)\\s*=\\s*\"?([^,;\"]*)");

        private final String name;
        private final Pattern address;

        Header(String name, String address) {
            this.name = name;
            this.address = Pattern.compile(address);
        }
    }

    /** An address with what may stand around it: brackets, a port. */
    private static final Pattern NODE = Pattern.compile(
            "\\s*(?:\\[([0-9A-Fa-f:.]{2,45})](?::[0-9]{1,5})?|([0-9.]{7,15})(?::[0-9]{1,5})?|([0-9A-Fa-f:.]{2,45}))\\s*");

    private static final int MOST = 4096;

    public Proxies {
        trusted = Set.copyOf(trusted);
    }

    /** Nobody stands before us. */
    public static Proxies none() {
        return new Proxies(Set.of(), Header.X_FORWARDED_FOR);
    }

    /** Who asks. */
    public InetAddress caller(HttpServletRequest request) {
        return caller(request.getRemoteAddr(), name -> Collections.list(request.getHeaders(name)));
    }

    InetAddress caller(String from, Function<String, List<String>> headers) {
        InetAddress peer = InetAddress.ofLiteral(from);
        if (!trusted.contains(peer)) {
            return peer;
        }
        List<String> said = new ArrayList<>();
        for (String line : headers.apply(header.name)) {
            Matcher matcher = header.address.matcher(line.length() > MOST ? "" : line);
            while (matcher.find()) {
                said.add(matcher.group(1));
            }
        }
        for (String one : said.reversed()) {
            Optional<InetAddress> address = address(one);
            if (address.isEmpty()) {
                return peer;
            }
            if (!trusted.contains(address.get())) {
                return address.get();
            }
        }
        return peer;
    }

    /** In numbers alone; empty for a name or anything else. */
    private static Optional<InetAddress> address(String said) {
        Matcher matcher = NODE.matcher(said);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        for (int group = 1; group <= 3; group++) {
            String literal = matcher.group(group);
            if (literal != null) {
                return literal(literal);
            }
        }
        return Optional.empty();
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
