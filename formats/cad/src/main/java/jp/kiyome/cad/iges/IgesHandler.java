package jp.kiyome.cad.iges;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** Rebuilds IGES files in fixed form. Stateless; threads share it. */
public final class IgesHandler implements Handler {

    public static final FileType IGES = FileType.of("iges", "model/iges", "igs", "iges");

    @Override
    public List<FileType> types() {
        return List.of(IGES);
    }

    /** The first line of a start section: its letter in column 73, and behind it a one. */
    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        if (content.size() <= IgesLine.WIDTH) {
            return Optional.empty();
        }
        byte[] line = new byte[IgesLine.WIDTH];
        content.copy(0, line, 0, line.length);
        String text = new String(line, StandardCharsets.ISO_8859_1);
        boolean first = text.indexOf('\n') < 0 && text.substring(IgesLine.DATA).matches("S[ 0]{6}1");
        int end = content.byteAt(IgesLine.WIDTH);
        return first && (end == '\n' || end == '\r') ? Optional.of(IGES) : Optional.empty();
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        new IgesRebuilder(content, out, session).rebuild();
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        Sink again = session.scratch();
        rebuild(type, output, again, session);
        OutputNotClean.unlessSame(output, again.finish());
    }
}
