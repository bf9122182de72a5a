package jp.kiyome.approval.account;

import java.time.Instant;
import jp.kiyome.approval.person.Person;

/**
 * An account as its row tells.
 *
 * @param origin who says whether it is them
 * @param subject issuer and subject at a provider; empty for others
 * @param password its hash; empty where somebody else keeps it
 * @param mustChange whether a new password is to be chosen before anything else
 * @param failures wrong passwords and codes since the last right one
 * @param barredUntil until when nobody is let in because of them
 * @param locked by an administrator
 * @param totp the secret of the second factor as the table holds it; empty without one
 * @param totpStep the step of the last code that was taken
 * @param generation counts changes after which sessions from before are over
 */
public record Account(
        Person person,
        Origin origin,
        String subject,
        String password,
        boolean mustChange,
        int failures,
        Instant barredUntil,
        boolean locked,
        String totp,
        long totpStep,
        long generation) {

    public boolean hasSecondFactor() {
        return !totp.isEmpty();
    }

    boolean isOpen(Instant now) {
        return !locked && !barredUntil.isAfter(now);
    }

    /** No secrets in a log. */
    @Override
    public String toString() {
        return "Account[" + person.organisation() + "/" + person.name() + "]";
    }
}
