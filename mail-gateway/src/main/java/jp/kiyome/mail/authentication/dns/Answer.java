package jp.kiyome.mail.authentication.dns;

import java.util.List;

/** What the domain name system says. Hostile: anybody writes into his own zone what he likes. */
public sealed interface Answer {

    /**
     * Records.
     *
     * @param values at least one: addresses in numbers, host names without the dot at the end, MX by rising preference, text one
     *     character a byte with its strings joined
     * @param seconds for which it may be remembered
     */
    record Found(List<String> values, long seconds) implements Answer {
        public Found {
            values = List.copyOf(values);
        }
    }

    /** The name is not there, or has no such record. */
    record Nothing(long seconds) implements Answer {}

    /** No server said anything that could be used in time. */
    record Trouble() implements Answer {}
}
