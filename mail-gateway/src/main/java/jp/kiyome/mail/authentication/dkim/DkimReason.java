package jp.kiyome.mail.authentication.dkim;

import jp.kiyome.core.text.Ascii;

/** Why a signature did not pass. */
public enum DkimReason {
    NONE,
    /** Tags are missing, double or not understood. */
    SYNTAX,
    UNKNOWN_VERSION,
    /** Anything but rsa-sha256 and ed25519-sha256; rsa-sha1 among it (RFC 8301 §3.1). */
    ALGORITHM,
    FROM_NOT_SIGNED,
    /** {@code i=} is not below {@code d=}. */
    IDENTITY,
    EXPIRED,
    SIGNED_IN_FUTURE,
    /** {@code l=}: anybody may add to the body. */
    PART_OF_BODY,
    /** A field that may stand once stands again, unsigned. */
    ADDED_HEADER,
    NO_KEY,
    KEY_SYNTAX,
    KEY_REVOKED,
    KEY_SHORT,
    KEY_LARGE,
    KEY_FOR_OTHERS,
    DNS,
    BODY_HASH,
    SIGNATURE,
    /** More signatures than are looked at. */
    TOO_MANY;

    /** As it stands in Authentication-Results. */
    public String word() {
        return Ascii.lower(name()).replace('_', '-');
    }
}
