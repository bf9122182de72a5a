package jp.kiyome.mail.client;

import java.nio.charset.StandardCharsets;
import jp.kiyome.core.content.Content;
import jp.kiyome.mail.server.Envelope;

/**
 * A rebuilt mail on its way out.
 *
 * @param envelope with the recipients that this next hop is for
 * @param trace lines of header that go before the mail, each ended by CRLF
 * @param content lines that end with CRLF
 */
public record Shipment(Envelope envelope, String trace, Content content) {

    byte[] traceBytes() {
        return trace.getBytes(StandardCharsets.US_ASCII);
    }

    long size() {
        return trace.length() + content.size();
    }
}
