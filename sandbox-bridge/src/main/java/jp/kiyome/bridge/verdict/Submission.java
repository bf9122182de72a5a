package jp.kiyome.bridge.verdict;

import java.nio.charset.StandardCharsets;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;

/** What a verdict is asked about. Contents must stay open until the answer is there. */
public sealed interface Submission {

    /** What identifies it: of bytes their hash, of an address the hash of its UTF-8 text. */
    Digest digest();

    /** Something with bytes. */
    sealed interface WithContent extends Submission {
        Content content();

        /** What it is called; empty when nobody says. */
        Untrusted name();
    }

    record OfFile(Content content, Digest digest, Untrusted name) implements WithContent {}

    /**
     * A mail as it came, header and body.
     *
     * @param envelope what the SMTP dialogue said
     */
    record OfMail(Content content, Digest digest, Envelope envelope) implements WithContent {
        @Override
        public Untrusted name() {
            return Untrusted.of("message.eml");
        }
    }

    /**
     * An address.
     *
     * @param url canonical, with its scheme
     */
    record OfUrl(String url) implements Submission {
        @Override
        public Digest digest() {
            return Digest.of(HeapContent.of(url.getBytes(StandardCharsets.UTF_8)));
        }
    }

    static OfFile file(Content content, String name) {
        return new OfFile(content, Digest.of(content), Untrusted.of(name));
    }

    static OfMail mail(Content content, Envelope envelope) {
        return new OfMail(content, Digest.of(content), envelope);
    }
}
