package jp.kiyome.office.odf;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import jp.kiyome.container.xml.FilterHost;
import jp.kiyome.container.xml.Utf8;
import jp.kiyome.container.xml.XmlFilter;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.output.ComparedOutput;

/** A document in one XML file (OpenDocument 1.3 part 3 §3.1.2): pictures stand in it as base64, objects as elements. */
final class FlatDocument implements Place {

    private final Session session;
    private final Pictures pictures;
    private int count;

    private FlatDocument(Session session) {
        this.session = session;
        this.pictures = new Pictures(session);
    }

    static void rebuild(Content content, Sink out, Session session) {
        new FlatDocument(session).filter(content, out);
    }

    static void verify(Content output, Session session) {
        new FlatDocument(session).filter(output, new ComparedOutput(output));
    }

    private void filter(Content content, OutputStream out) {
        session.budget().decode(content.size());
        OdfHost host = new OdfHost(session, this);
        try (InputStream in = content.stream();
                out) {
            int depth = session.budget().limits().xmlDepth();
            XmlFilter.filter(OdfRules.list(), List.of("office:document"), host, in, out, depth);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        host.report(session, Location.wholeFile());
    }

    @Override
    public String picture(Utf8 address, boolean beside) {
        return "link.image";
    }

    @Override
    public String document(Utf8 address) {
        return "active.ole-link";
    }

    @Override
    public String pictureData(Utf8 base64) {
        byte[] data;
        try {
            data = Base64.getMimeDecoder().decode(base64.toString());
        } catch (IllegalArgumentException notBase64) {
            data = new byte[0];
        }
        Nested.Clean picture = pictures.rebuilt("Pictures/" + ++count, HeapContent.of(data));
        Content content = picture.content();
        byte[] bytes = new byte[Math.toIntExact(content.size())];
        content.copy(0, bytes, 0, bytes.length);
        base64.set(Base64.getEncoder().encodeToString(bytes));
        return FilterHost.ACCEPTED;
    }
}
