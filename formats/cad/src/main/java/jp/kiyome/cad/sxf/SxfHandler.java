package jp.kiyome.cad.sxf;

import java.util.List;
import java.util.Optional;
import jp.kiyome.cad.part21.EntityList;
import jp.kiyome.cad.part21.Kind;
import jp.kiyome.cad.part21.Part21Rebuilder;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** Rebuilds drawings of SXF. Stateless; threads share it. */
public final class SxfHandler implements Handler {

    public static final FileType SFC = FileType.of("sfc", "application/x-sxf-sfc", "sfc");
    public static final FileType P21 = FileType.of("p21", "application/x-sxf-p21", "p21");

    private static final Part21Rebuilder AP202 = new Part21Rebuilder(
            EntityList.beside(SxfHandler.class, "ap202.allow").and(EntityList.beside(EntityList.class, "step.allow")));

    @Override
    public List<FileType> types() {
        return List.of(SFC, P21);
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return Kind.of(content).flatMap(kind -> switch (kind) {
            case SFC -> Optional.of(SFC);
            case P21 -> Optional.of(P21);
            case STEP -> Optional.<FileType>empty();
        });
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        if (type.equals(SFC)) {
            new SfcRebuilder(content, out, session).rebuild();
        } else {
            AP202.rebuild(content, out, session);
        }
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        Sink again = session.scratch();
        rebuild(type, output, again, session);
        OutputNotClean.unlessSame(output, again.finish());
    }
}
