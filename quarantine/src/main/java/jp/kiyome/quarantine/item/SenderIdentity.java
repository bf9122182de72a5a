package jp.kiyome.quarantine.item;

import jp.kiyome.core.finding.Untrusted;

/**
 * Who a mail is from, as far as whoever took it in could tell: SPF (RFC 7208), DKIM (RFC 6376) and DMARC (RFC 7489). It says whose mail
 * it is, not that it is harmless.
 *
 * @param spfDomain that SPF was asked of, as the client wrote it
 * @param dkim of the signature that counts most: one that holds, before others
 * @param dkimDomain that signed, as the signature says; empty without one
 * @param fromDomain of the From that people see; empty where there is no one address
 * @param wish of that domain, for mail that fails
 * @param upstream the server whose word it is; empty where it was found out here
 */
public record SenderIdentity(
        Result spf,
        Untrusted spfDomain,
        Result dkim,
        Untrusted dkimDomain,
        Result dmarc,
        Untrusted fromDomain,
        Wish wish,
        Untrusted upstream) {

    /** The results that there are (RFC 8601 §2.7). */
    public enum Result {
        NONE,
        PASS,
        FAIL,
        SOFTFAIL,
        NEUTRAL,
        POLICY,
        TEMPERROR,
        PERMERROR
    }

    /** What a domain wants done with mail that fails (RFC 7489 §6.3). */
    public enum Wish {
        NONE,
        QUARANTINE,
        REJECT
    }
}
