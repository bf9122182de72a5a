package jp.kiyome.office.ooxml;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.container.cfb.CompoundFile;
import jp.kiyome.container.xml.XmlReader;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.office.picture.BlankPicture;

/** Sends pictures and embedded documents the whole way through the engine. */
final class Embedding {

    /** Pictures that every office program of the last twenty years shows; SVG stands behind one of the others. */
    private static final Set<String> PICTURES =
            Set.of("png", "jpeg", "gif", "bmp", "tiff", "emf", "emz", "wmf", "wmz", "svg");

    private static final Set<String> DOCUMENTS = documents();

    private final OpcPackage opc;
    private final Session session;

    Embedding(OpcPackage opc, Session session) {
        this.opc = opc;
        this.session = session;
    }

    /** A document inside the document, rebuilt, and what it is to the package. */
    record Embedded(Content content, String extension, String mediaType) {}

    /** An embedded office document or PDF file, rebuilt; empty when it is none, or was refused. */
    Optional<Embedded> embedded(ZipMember member) {
        Content content = content(member);
        if (CompoundFile.looksLikeCompoundFile(content)) {
            return new OlePdf(session, member.name()).rebuilt(content).map(Embedding::oleObject);
        }
        return clean(session.child(member.name(), content, DOCUMENTS))
                .map(clean -> new Embedded(
                        clean.content(),
                        clean.type().extensions().getFirst(),
                        clean.type().mediaType()));
    }

    private static Embedded oleObject(Content content) {
        return new Embedded(content, "bin", "application/vnd.openxmlformats-officedocument.oleObject");
    }

    /** A picture, rebuilt, or a blank one where it cannot be. */
    Nested.Clean picture(ZipMember member) {
        return switch (session.child(member.name(), content(member), PICTURES)) {
            case Nested.Clean clean -> clean;
            case Nested.Refused(var reason) -> {
                session.found(Finding.of(
                        "content.picture-replaced", Action.REPLACED, Location.ofPart(member.name()), reason.code()));
                yield blank();
            }
        };
    }

    private Nested.Clean blank() {
        return clean(session.child("blank.png", BlankPicture.png(), PICTURES))
                .orElseThrow(() -> new IllegalStateException("no handler rebuilds a blank PNG"));
    }

    /** Whether the XML of a part can be read to its end. */
    boolean wellFormed(ZipMember member) {
        try {
            return opc.read(member, in -> {
                XmlReader reader = opc.reader(in, member.name());
                XmlReader.Event event = reader.next();
                while (event != XmlReader.Event.DOCUMENT_END) {
                    event = reader.next();
                }
                return true;
            });
        } catch (LimitReached limit) {
            throw limit;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private Content content(ZipMember member) {
        Sink sink = session.scratch();
        opc.read(member, in -> copy(in, sink));
        return sink.finish();
    }

    private static long copy(InputStream in, Sink sink) throws IOException {
        return in.transferTo(sink);
    }

    private static Optional<Nested.Clean> clean(Nested nested) {
        return switch (nested) {
            case Nested.Clean clean -> Optional.of(clean);
            case Nested.Refused refused -> Optional.empty();
        };
    }

    private static Set<String> documents() {
        Set<String> ids = new HashSet<>();
        OoxmlType.supportedTypes().stream().map(FileType::id).forEach(ids::add);
        ids.add("pdf");
        return Set.copyOf(ids);
    }
}
