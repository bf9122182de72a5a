package jp.kiyome.mail.server;

import java.net.InetAddress;
import java.util.Optional;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.mail.address.Network;

/** Postfix' XFORWARD (README XFORWARD_README): whose client a mail came from, as a trusted peer says. Stateless. */
final class XForward {

    private XForward() {}

    /** The client with what an argument says of it; empty for an argument that is not understood. */
    static Optional<Client> apply(Client before, String argument) {
        Client client = before;
        if (argument.isBlank()) {
            return Optional.empty();
        }
        for (String word : argument.strip().split(" +", -1)) {
            int equals = word.indexOf('=');
            Optional<String> value = equals < 0 ? Optional.empty() : decoded(word.substring(equals + 1));
            Optional<Client> with = equals < 0 || value.isEmpty()
                    ? Optional.empty()
                    : with(client, word.substring(0, equals), value.get());
            if (with.isEmpty()) {
                return Optional.empty();
            }
            client = with.get();
        }
        return Optional.of(client);
    }

    private static Optional<Client> with(Client client, String key, String value) {
        boolean unknown = value.equals("[UNAVAILABLE]") || value.equals("[TEMPUNAVAIL]");
        String known = unknown ? "" : value;
        return switch (Ascii.lower(key)) {
            case "name" ->
                Optional.of(new Client(
                        client.peer(), client.address(), client.port(), known, client.helo(), client.protocol()));
            case "helo" -> Optional.of(client.greeting(known, client.protocol()));
            case "proto" -> Optional.of(client.greeting(client.helo(), known));
            case "port" ->
                Optional.of(new Client(
                        client.peer(),
                        client.address(),
                        Optional.of(known).filter(port -> port.matches("[0-9]{1,5}")),
                        client.name(),
                        client.helo(),
                        client.protocol()));
            case "addr" ->
                unknown
                        ? Optional.of(at(client, Optional.empty()))
                        : address(known).map(a -> at(client, Optional.of(a)));
            case "source", "ident" -> Optional.of(client);
            default -> Optional.empty();
        };
    }

    private static Client at(Client client, Optional<InetAddress> address) {
        return new Client(client.peer(), address, client.port(), client.name(), client.helo(), client.protocol());
    }

    private static Optional<InetAddress> address(String value) {
        return Network.literal(Ascii.lower(value).startsWith("ipv6:") ? value.substring(5) : value);
    }

    /** xtext (RFC 3461 §4), printable ASCII when decoded. */
    private static Optional<String> decoded(String xtext) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < xtext.length(); i++) {
            char c = xtext.charAt(i);
            if (c == '+') {
                if (i + 2 >= xtext.length() || !xtext.substring(i + 1, i + 3).matches("[0-9A-F]{2}")) {
                    return Optional.empty();
                }
                c = (char) Integer.parseInt(xtext.substring(i + 1, i + 3), 16);
                i += 2;
            }
            if (c <= ' ' || c >= 0x7F) {
                return Optional.empty();
            }
            text.append(c);
        }
        return text.isEmpty() || text.length() > 255 ? Optional.empty() : Optional.of(text.toString());
    }
}
