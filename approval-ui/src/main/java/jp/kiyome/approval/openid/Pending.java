package jp.kiyome.approval.openid;

import java.net.URI;
import java.time.Instant;

/**
 * Somebody who was sent to a provider and has not come back.
 *
 * @param binding what their browser has in a cookie: the way back is theirs alone
 * @param verifier proves that the code was asked for by us (RFC 7636)
 * @param back where they are sent
 * @param to the page that they came for
 */
record Pending(String binding, String nonce, String verifier, URI back, String to, Instant began) {

    /** No secrets in a log. */
    @Override
    public String toString() {
        return "Pending[" + back + "]";
    }
}
