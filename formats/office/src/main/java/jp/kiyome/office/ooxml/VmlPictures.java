package jp.kiyome.office.ooxml;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.container.xml.Attributes;
import jp.kiyome.container.xml.XmlReader;
import jp.kiyome.container.zip.ZipMember;

/** The pictures of the VML shapes that belong to a part, by the shapes' ids (ECMA-376-4 §19.1.2.11). */
final class VmlPictures {

    private final OpcPackage opc;
    private final PartScope scope;
    private final Map<String, ZipMember> byShape = new HashMap<>();
    private boolean read;

    VmlPictures(OpcPackage opc, PartScope scope) {
        this.opc = opc;
        this.scope = scope;
    }

    /** The picture that a shape shows. */
    Optional<ZipMember> picture(String shape) {
        if (!read) {
            read = true;
            scope.ofType("vmlDrawing").forEach(drawing -> scope.target(drawing).ifPresent(this::read));
        }
        return Optional.ofNullable(byShape.get(shape));
    }

    private void read(ZipMember drawing) {
        Map<String, ZipMember> pictures = new HashMap<>();
        for (Relationship relationship : opc.relationships(drawing.name())) {
            if (relationship.type().equals(PartKind.IMAGE) && !relationship.external()) {
                PartName.resolve(drawing.name(), relationship.target())
                        .flatMap(opc::part)
                        .ifPresent(part -> pictures.put(relationship.id(), part));
            }
        }
        opc.read(drawing, in -> shapes(opc.reader(in, drawing.name()), pictures));
    }

    private int shapes(XmlReader reader, Map<String, ZipMember> pictures) {
        String shape = "";
        for (XmlReader.Event event = reader.next(); event != XmlReader.Event.DOCUMENT_END; event = reader.next()) {
            if (event != XmlReader.Event.START) {
                continue;
            }
            Attributes attributes = reader.attributes();
            if (reader.name().is("v:shape")) {
                shape = attributes.text("id");
            } else if (reader.name().is("v:imagedata")) {
                ZipMember picture = pictures.get(attributes.text("o:relid"));
                if (picture != null) {
                    byShape.putIfAbsent(shape, picture);
                }
            }
        }
        return byShape.size();
    }
}
