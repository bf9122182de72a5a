package jp.kiyome.mail.authentication.dkim;

import jp.kiyome.core.text.Ascii;

/** RFC 8601 §2.7.1. */
public enum DkimOutcome {
    NONE,
    PASS,
    FAIL,
    /** The signature may hold, and is not good enough here. */
    POLICY,
    NEUTRAL,
    TEMPERROR,
    PERMERROR;

    /** As it stands in Authentication-Results. */
    public String word() {
        return Ascii.lower(name());
    }
}
