package jp.kiyome.office.ooxml;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.kiyome.container.xml.Attributes;
import jp.kiyome.container.xml.ElementHook;
import jp.kiyome.container.xml.ElementHook.Fate;
import jp.kiyome.container.xml.XmlName;
import jp.kiyome.container.xml.XmlReader;
import jp.kiyome.container.zip.ZipMember;

/**
 * Frames on a slide that hold an OLE object (ECMA-376-1 §19.3.2.4). One whose object does not stay becomes the picture that
 * shows it: the frame and what it says of the object go, the picture inside stays.
 */
final class OleFrames {

    private final PartScope scope;
    private final Set<Long> pictures = new HashSet<>();
    private boolean becomingPicture;

    private OleFrames(PartScope scope) {
        this.scope = scope;
    }

    static OleFrames of(OpcPackage opc, ZipMember part, PartScope scope) {
        OleFrames frames = new OleFrames(scope);
        opc.read(part, in -> {
            frames.look(opc.reader(in, part.name()));
            return part;
        });
        return frames;
    }

    private void look(XmlReader reader) {
        long frame = 0;
        boolean refused = false;
        for (XmlReader.Event event = reader.next(); event != XmlReader.Event.DOCUMENT_END; event = reader.next()) {
            if (event == XmlReader.Event.START) {
                XmlName name = reader.name();
                if (name.is("p:graphicFrame")) {
                    frame = reader.attributes().ordinal();
                    refused = false;
                } else if (name.is("p:oleObj")) {
                    refused = !carried(reader.attributes());
                } else if (name.is("p:pic") && refused && frame > 0) {
                    pictures.add(frame);
                }
            } else if (event == XmlReader.Event.END && reader.name().is("p:graphicFrame")) {
                frame = 0;
            }
        }
    }

    private boolean carried(Attributes object) {
        int before = scope.checkpoint();
        boolean kept = scope.follow(object.text("r:id"), java.util.List.of(PartKind.PACKAGE)) instanceof Reference.Kept;
        scope.rollBack(before);
        return kept;
    }

    Map<String, ElementHook> hooks() {
        return Map.of(
                "p:CT_GraphicalObjectFrame", this::frame,
                "p:CT_GraphicalObjectFrameNonVisual", (name, attributes) -> ofFrame(),
                "a:CT_Transform2D", (name, attributes) -> name.is("p:xfrm") ? ofFrame() : Fate.KEEP,
                "a:CT_GraphicalObject", (name, attributes) -> wrapper(),
                "a:CT_GraphicalObjectData", (name, attributes) -> wrapper(),
                "p:CT_OleObject", (name, attributes) -> object(attributes),
                "p:CT_OleObjectEmbed", (name, attributes) -> ofFrame());
    }

    private Fate frame(XmlName name, Attributes attributes) {
        becomingPicture = pictures.contains(attributes.ordinal());
        return wrapper();
    }

    private Fate object(Attributes attributes) {
        return becomingPicture || !attributes.text("r:id").isEmpty() ? wrapper() : Fate.drop("active.ole-object");
    }

    private Fate ofFrame() {
        return becomingPicture ? Fate.drop("") : Fate.KEEP;
    }

    private Fate wrapper() {
        return becomingPicture ? Fate.UNWRAP : Fate.KEEP;
    }
}
