package jp.kiyome.approval.openid;

import java.util.Optional;

/**
 * What somebody brings back from a provider (RFC 6749, 4.1.2; RFC 9207).
 *
 * @param binding from their browser's cookie; empty without one
 */
public record Returned(String state, Optional<String> code, Optional<String> issuer, String binding) {

    /** No secrets in a log. */
    @Override
    public String toString() {
        return "Returned[]";
    }
}
