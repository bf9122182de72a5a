package jp.kiyome.office.ooxml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.container.xml.AllowList;
import jp.kiyome.container.xml.Attributes;
import jp.kiyome.container.xml.XmlOddities;
import jp.kiyome.container.xml.XmlReader;
import jp.kiyome.container.zip.ZipArchive;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;

/** A package being read: its parts, their content types and relationships (ECMA-376-2). Not thread-safe. */
final class OpcPackage {

    static final String CONTENT_TYPES = "[Content_Types].xml";

    private static final int FLAT = 8;

    private final ZipArchive archive;
    private final PartBytes bytes;
    private final AllowList list;
    private final PartKinds kinds;
    private final Session session;
    private final ContentTypes contentTypes;
    private final Map<String, List<Relationship>> relationships = new HashMap<>();
    private boolean strict;

    OpcPackage(ZipArchive archive, OoxmlRules rules, Session session) {
        this.archive = archive;
        this.bytes = new PartBytes(archive);
        this.list = rules.list();
        this.kinds = rules.kinds();
        this.session = session;
        ZipMember member = archive.memberIgnoringCase(CONTENT_TYPES)
                .orElseThrow(() -> Refusal.of("opc.no-content-types", CONTENT_TYPES));
        this.contentTypes = read(member, in -> new ContentTypes(reader(in, CONTENT_TYPES)));
    }

    /** The member behind a part name, in any case. */
    Optional<ZipMember> part(String name) {
        return archive.memberIgnoringCase(name).filter(member -> !member.folder());
    }

    String contentType(ZipMember part) {
        return contentTypes.of(part.name());
    }

    InputStream open(ZipMember part) {
        return bytes.open(part);
    }

    /** Whether a part has to be looked through for elements of a local name, because it may have one. */
    boolean mayName(ZipMember part, String name) {
        return bytes.mayName(part, name);
    }

    List<ZipMember> members() {
        return archive.members();
    }

    /** The relationships of a part, or of the package for an empty name. */
    List<Relationship> relationships(String part) {
        String name = PartName.relationshipsOf(part);
        List<Relationship> known = relationships.get(name);
        if (known == null) {
            Optional<ZipMember> member = part(name);
            known = member.isEmpty()
                    ? List.of()
                    : read(
                            member.get(),
                            in -> relationships(reader(in, member.get().name())));
            relationships.put(name, known);
        }
        return known;
    }

    /** Whether relationships of ECMA-376 Strict have been met. */
    boolean strict() {
        return strict;
    }

    /** A reader whose oddities are findings of the part. */
    XmlReader reader(InputStream in, String part) {
        return list.reader(in, session.budget().limits().xmlDepth(), oddities(part));
    }

    /** Reads a part from front to end; what is wrong with it is said with its name. */
    <T> T read(ZipMember member, PartReading<T> reading) {
        try (InputStream in = bytes.open(member)) {
            return reading.from(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Refusal refusal) {
            throw InPart.named(refusal, member.name());
        }
    }

    /** What is done with the bytes of a part. */
    @FunctionalInterface
    interface PartReading<T> {
        T from(InputStream in) throws IOException;
    }

    private List<Relationship> relationships(XmlReader reader) {
        List<Relationship> found = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (XmlReader.Event event = reader.next(); event != XmlReader.Event.DOCUMENT_END; event = reader.next()) {
            if (event == XmlReader.Event.START && reader.name().is("rels:Relationship") && reader.depth() < FLAT) {
                Relationship relationship = relationship(reader.attributes());
                if (!ids.add(relationship.id())) {
                    throw Refusal.of("opc.duplicate-relationship", relationship.id());
                }
                found.add(relationship);
            }
        }
        session.budget().entries(found.size());
        return found;
    }

    private Relationship relationship(Attributes attributes) {
        strict |= kinds.strict(attributes.text("Type"));
        return new Relationship(
                attributes.text("Id"),
                kinds.shortened(attributes.text("Type")),
                attributes.text("Target"),
                attributes.text("TargetMode").strip().toLowerCase(Locale.ROOT).equals("external"));
    }

    private XmlOddities oddities(String part) {
        return new XmlOddities() {
            @Override
            public void comment() {
                session.found(Finding.of("xml.comment", Action.REMOVED, Location.ofPart(part)));
            }

            @Override
            public void processingInstruction() {
                session.found(Finding.of("xml.processing-instruction", Action.REMOVED, Location.ofPart(part)));
            }
        };
    }
}
