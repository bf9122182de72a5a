package jp.kiyome.mail.authentication.dkim;

/**
 * What became of one signature.
 *
 * @param domain that signed, as the signature says: hostile unless it passed; may be empty
 * @param selector likewise
 * @param algorithm likewise
 * @param testing whether the domain says that it is only testing (RFC 6376 §3.6.1, t=y)
 */
public record DkimResult(
        DkimOutcome outcome, DkimReason reason, String domain, String selector, String algorithm, boolean testing) {}
