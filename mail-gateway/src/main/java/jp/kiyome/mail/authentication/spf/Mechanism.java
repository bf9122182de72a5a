package jp.kiyome.mail.authentication.spf;

import java.util.Optional;
import jp.kiyome.mail.address.Network;

/** RFC 7208 §5. */
sealed interface Mechanism {

    record All() implements Mechanism {}

    record Include(MacroText domain) implements Mechanism {}

    /** A host of the domain, or of the current one. */
    record A(Optional<MacroText> domain, Prefix prefix) implements Mechanism {}

    /** A mail exchanger of the domain, or of the current one. */
    record Mx(Optional<MacroText> domain, Prefix prefix) implements Mechanism {}

    /** A name of the client in the domain, or in the current one. */
    record Ptr(Optional<MacroText> domain) implements Mechanism {}

    record Ip(Network network) implements Mechanism {}

    record Exists(MacroText domain) implements Mechanism {}

    /** How many bits of an address count. */
    record Prefix(int v4, int v6) {}
}
