package jp.kiyome.mail.rules;

import jp.kiyome.core.finding.Untrusted;

/**
 * What one test says of a mail.
 *
 * @param fact that it looked at; characters of whoever sent the mail
 */
record Answer(Holds holds, Untrusted fact) {

    static Answer of(Holds holds, String fact) {
        return new Answer(holds, Untrusted.of(fact));
    }

    /** Nobody knows. */
    static Answer unknown() {
        return new Answer(Holds.UNKNOWN, Untrusted.nothing());
    }
}
