package jp.kiyome.mail.authentication.dmarc;

import jp.kiyome.core.text.Ascii;

/** RFC 7489 §11.2. */
public enum DmarcOutcome {
    /** The domain has no record. */
    NONE,
    PASS,
    FAIL,
    TEMPERROR,
    /** There is no one domain to look for, or its record is broken. */
    PERMERROR;

    /** As it stands in Authentication-Results. */
    public String word() {
        return Ascii.lower(name());
    }
}
