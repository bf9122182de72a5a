package jp.kiyome.archive.rar;

import java.util.List;
import java.util.Optional;

/**
 * The headers of an archive.
 *
 * @param password that opened them, where they are encrypted
 */
record RarListing(List<RarMember> members, Optional<String> password) {

    static final String CODE = "rar.header";

    /** Bytes of one header at most. Names take the most, and no system has longer ones. */
    static final int LONGEST_HEADER = 1 << 17;
}
