package jp.kiyome.cad.step;

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

/** Rebuilds STEP files. Stateless; threads share it. */
public final class StepHandler implements Handler {

    public static final FileType STEP = FileType.of("step", "model/step", "stp", "step", "p21");

    private static final Part21Rebuilder REBUILDER =
            new Part21Rebuilder(EntityList.beside(EntityList.class, "step.allow"));

    @Override
    public List<FileType> types() {
        return List.of(STEP);
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return Kind.of(content).filter(kind -> kind == Kind.STEP).map(kind -> STEP);
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        REBUILDER.rebuild(content, out, session);
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        Sink again = session.scratch();
        rebuild(type, output, again, session);
        OutputNotClean.unlessSame(output, again.finish());
    }
}
