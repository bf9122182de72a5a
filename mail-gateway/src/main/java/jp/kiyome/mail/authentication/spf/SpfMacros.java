package jp.kiyome.mail.authentication.spf;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;

/**
 * What macro letters stand for (RFC 7208 §7.2), but for {@code p}.
 *
 * @param local part of the sender
 * @param domain of the sender
 */
record SpfMacros(InetAddress client, String helo, String local, String domain) {

    /** @param current domain whose record is read */
    String value(char letter, String current) {
        return switch (letter) {
            case 's' -> local + "@" + domain;
            case 'l' -> local;
            case 'o' -> domain;
            case 'd' -> current;
            case 'i' -> dotted();
            case 'v' -> client instanceof Inet4Address ? "in-addr" : "ip6";
            case 'h' -> helo;
            default -> "";
        };
    }

    /** The address with a dot between its numbers: bytes of IPv4, half bytes of IPv6. */
    private String dotted() {
        if (client instanceof Inet4Address) {
            return client.getHostAddress();
        }
        return String.join(".", HexFormat.of().formatHex(client.getAddress()).split(""));
    }

    /** Where names of the client are asked for (RFC 1035 §3.5, RFC 3596 §2.5). */
    String reverseName() {
        List<String> parts = new ArrayList<>(Arrays.asList(dotted().split("\\.")));
        Collections.reverse(parts);
        return String.join(".", parts) + (client instanceof Inet4Address ? ".in-addr.arpa" : ".ip6.arpa");
    }
}
