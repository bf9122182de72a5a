package jp.kiyome.mail.authentication.spf;

/**
 * What a domain says about the client that sends in its name.
 *
 * @param domain that was asked, as the client wrote it: hostile; may be empty
 */
public record SpfResult(SpfOutcome outcome, Identity identity, String domain) {

    /** Whose name was used (RFC 7208 §2.3, §2.4). */
    public enum Identity {
        MAILFROM,
        HELO
    }
}
