package jp.kiyome.mail.authentication.spf;

import java.util.Optional;
import jp.kiyome.mail.address.Network;

/** RFC 7208 §5. */
sealed interface Mechanism {

    record All() implements Mechanism {}

    record Include(MacroText domain) implements Mechanism {}

    /** @param domain the current one where empty */
    record A(Optional<MacroText> domain, Prefix prefix) implements Mechanism {}

    /** @param domain the current one where empty */
    record Mx(Optional<MacroText> domain, Prefix prefix) implements Mechanism {}

    /** @param domain the current one where empty */
    record Ptr(Optional<MacroText> domain) implements Mechanism {}

    record Ip(Network network) implements Mechanism {}

    record Exists(MacroText domain) implements Mechanism {}

    /** How many bits of an address count. */
    record Prefix(int v4, int v6) {}
}
