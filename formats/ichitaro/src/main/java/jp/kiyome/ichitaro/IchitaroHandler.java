package jp.kiyome.ichitaro;

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
import jp.kiyome.ichitaro.file.DocumentFile;
import jp.kiyome.ichitaro.file.Generation;
import jp.kiyome.ichitaro.part.Summary;

/** Rebuilds documents of Ichitaro 8 and later; tells older ones apart. Stateless; threads share it. */
public final class IchitaroHandler implements Handler {

    private static final String MEDIA_TYPE = "application/x-js-taro";

    static final FileType DOCUMENT = FileType.of("jtd", MEDIA_TYPE, "jtd", "jtt");
    static final FileType COMPRESSED = FileType.of("jtdc", MEDIA_TYPE, "jtdc", "jttc");
    static final FileType FOUR = FileType.of("ichitaro-4", MEDIA_TYPE, "jsw");
    static final FileType FIVE = FileType.of("ichitaro-5", MEDIA_TYPE, "jaw", "jtw");
    static final FileType SIX = FileType.of("ichitaro-6", MEDIA_TYPE, "jbw", "juw");
    static final FileType SEVEN = FileType.of("ichitaro-7", MEDIA_TYPE, "jfw", "jvw");

    @Override
    public List<FileType> types() {
        return List.of(DOCUMENT, COMPRESSED);
    }

    @Override
    public List<FileType> unsupported() {
        return List.of(FOUR, FIVE, SIX, SEVEN);
    }

    @Override
    public List<PolicyOption> options() {
        return List.of(Summary.TITLE_OPTION);
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return Generation.of(content).map(generation -> switch (generation) {
            case FOUR -> FOUR;
            case FIVE -> FIVE;
            case SIX -> SIX;
            case SEVEN -> SEVEN;
            case EIGHT -> DOCUMENT;
            case COMPRESSED -> COMPRESSED;
        });
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        if (type.equals(COMPRESSED)) {
            new DocumentFile(session).rebuildCompressed(content, out);
        } else {
            new DocumentFile(session).rebuild(content, out);
        }
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        Sink again = session.scratch();
        rebuild(type, output, again, session);
        OutputNotClean.unlessSame(output, again.finish());
    }
}
