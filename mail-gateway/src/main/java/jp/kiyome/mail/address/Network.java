package jp.kiyome.mail.address;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A range of IP addresses, as {@code 192.0.2.0/24}, {@code 2001:db8::/32} or one address.
 *
 * @param bits that count, from the first
 */
public record Network(InetAddress address, int bits) {

    /** Numbers alone: names are not looked up. Empty for anything else, and where bits are set behind those that count. */
    public static Optional<Network> read(String written) {
        int slash = written.indexOf('/');
        Optional<InetAddress> address = literal(slash < 0 ? written : written.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int all = address.get().getAddress().length * 8;
        String length = slash < 0 ? Integer.toString(all) : written.substring(slash + 1);
        if (!length.matches("[0-9]{1,3}") || Integer.parseInt(length) > all) {
            return Optional.empty();
        }
        Network network = new Network(address.get(), Integer.parseInt(length));
        return network.restIsZero() ? Optional.of(network) : Optional.empty();
    }

    /** An address written in numbers (RFC 4291 §2.2, or four decimal ones). */
    public static Optional<InetAddress> literal(String written) {
        boolean v4 = written.matches("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");
        boolean v6 = written.indexOf(':') >= 0 && written.matches("[0-9A-Fa-f:.]{2,45}");
        try {
            return v4 || v6 ? Optional.of(InetAddress.ofLiteral(written)) : Optional.empty();
        } catch (IllegalArgumentException notANumber) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress other) {
        byte[] own = address.getAddress();
        byte[] theirs = other.getAddress();
        if (own.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            if ((own[bit / 8] >> (7 - bit % 8) & 1) != (theirs[bit / 8] >> (7 - bit % 8) & 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean restIsZero() {
        byte[] own = address.getAddress();
        for (int bit = bits; bit < own.length * 8; bit++) {
            if ((own[bit / 8] >> (7 - bit % 8) & 1) != 0) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + bits;
    }
}
