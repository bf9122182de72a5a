package jp.kiyome.cad.jww;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** Rebuilds JWW drawings, and tells JWC drawings of the DOS program apart. Stateless; threads share it. */
public final class JwwHandler implements Handler {

    public static final FileType JWW = FileType.of("jww", "application/x-jww", "jww");

    /** Its layout is known of two of its generations only, and of those from a single source. */
    public static final FileType JWC = FileType.of("jwc", "application/x-jwc", "jwc");

    private static final byte[] JWC_SIGNATURE = "jw_cad(c)data".getBytes(StandardCharsets.US_ASCII);

    @Override
    public List<FileType> types() {
        return List.of(JWW);
    }

    @Override
    public List<FileType> unsupported() {
        return List.of(JWC);
    }

    @Override
    public List<PolicyOption> options() {
        return List.of(TextRules.MEMO);
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        if (begins(content, JwwRebuilder.SIGNATURE)) {
            return Optional.of(JWW);
        }
        return begins(content, JWC_SIGNATURE) ? Optional.of(JWC) : Optional.empty();
    }

    private static boolean begins(Content content, byte[] signature) {
        byte[] head = new byte[signature.length];
        if (content.size() < head.length) {
            return false;
        }
        content.copy(0, head, 0, head.length);
        return Arrays.equals(head, signature);
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        new JwwRebuilder(content, session).rebuild(out);
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        Sink again = session.scratch();
        new JwwRebuilder(output, session).rebuild(again);
        OutputNotClean.unlessSame(output, again.finish());
    }
}
