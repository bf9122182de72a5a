package jp.kiyome.cad.saf;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.container.xml.AllowList;
import jp.kiyome.container.xml.XmlFilter;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;

/** Rebuilds attribute files of SXF: no document type, no entity, elements and attributes by the list. Threads share it. */
public final class SafHandler implements Handler {

    public static final FileType SAF = FileType.of("saf", "application/x-sxf-saf", "saf");

    private static final AllowList LIST = new AllowList(SafHandler.class::getResourceAsStream, Set.of(SafHost.FILE));

    @Override
    public List<FileType> types() {
        return List.of(SAF);
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return SafText.begins(content) ? Optional.of(SAF) : Optional.empty();
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        session.budget().checkTime();
        SafText text = SafText.of(content);
        for (String aside : List.of("<!DOCTYPE", "<!--", "<?xml-stylesheet")) {
            if (text.prolog().contains(aside)) {
                session.found(Finding.of("saf.prolog", Action.REMOVED, Location.wholeFile(), text.prolog()));
                break;
            }
        }
        write(text.document(), out, session);
    }

    private static void write(String document, OutputStream out, Session session) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        int deepest = session.budget().limits().xmlDepth();
        XmlFilter.filter(
                LIST, List.of(":SxfAttributeXML"), new SafHost(session), new ByteArrayInputStream(bytes), out, deepest);
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        Sink again = session.scratch();
        rebuild(type, output, again, session);
        OutputNotClean.unlessSame(output, again.finish());
    }
}
