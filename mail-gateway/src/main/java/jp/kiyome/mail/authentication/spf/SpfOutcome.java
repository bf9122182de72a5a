package jp.kiyome.mail.authentication.spf;

import jp.kiyome.core.text.Ascii;

/** RFC 7208 §2.6. */
public enum SpfOutcome {
    NONE,
    NEUTRAL,
    PASS,
    FAIL,
    SOFTFAIL,
    TEMPERROR,
    PERMERROR;

    /** As it stands in Authentication-Results. */
    public String word() {
        return Ascii.lower(name());
    }
}
