package jp.kiyome.office.ooxml;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
 * shows it: the one inside the frame, or, as PowerPoint 2007 wrote it, the one of the VML shape that the object names.
 */
final class OleFrames {

    private static final String CODE = "active.ole-object";

    private final PartScope scope;
    private final VmlPictures vml;
    private final Set<Long> withPicture = new HashSet<>();
    private final Map<Long, String> fragments = new HashMap<>();
    private boolean becomingPicture;

    private OleFrames(PartScope scope, VmlPictures vml) {
        this.scope = scope;
        this.vml = vml;
    }

    static OleFrames of(OpcPackage opc, ZipMember part, PartScope scope) {
        OleFrames frames = new OleFrames(scope, new VmlPictures(opc, scope));
        if (!opc.mayName(part, "oleObj")) {
            return frames;
        }
        opc.read(part, in -> {
            frames.look(opc.reader(in, part.name()));
            return part;
        });
        return frames;
    }

    private void look(XmlReader reader) {
        OleFrame frame = new OleFrame();
        for (XmlReader.Event event = reader.next(); event != XmlReader.Event.DOCUMENT_END; event = reader.next()) {
            if (event == XmlReader.Event.START) {
                if (reader.name().is("p:graphicFrame")) {
                    frame = new OleFrame();
                }
                frame.see(reader.name(), reader.attributes());
            } else if (event == XmlReader.Event.END && reader.name().is("p:graphicFrame")) {
                decide(frame);
                frame = new OleFrame();
            }
        }
    }

    private void decide(OleFrame frame) {
        if (!frame.holdsObject() || carried(frame.relationship())) {
            return;
        }
        if (frame.hasPicture()) {
            withPicture.add(frame.ordinal());
        } else {
            vml.picture(frame.shape())
                    .ifPresent(picture -> fragments.put(frame.ordinal(), frame.asPicture(scope.adopt(picture))));
        }
    }

    private boolean carried(String relationship) {
        int before = scope.checkpoint();
        boolean kept = scope.follow(relationship, List.of(PartKind.PACKAGE)) instanceof Reference.Kept;
        scope.rollBack(before);
        return kept;
    }

    Map<String, ElementHook> hooks() {
        return Map.of(
                "p:CT_GraphicalObjectFrame", this::frame,
                "p:CT_GraphicalObjectFrameNonVisual", (name, attributes) -> ofFrame(),
                "a:CT_Transform2D", (name, attributes) -> name.is("p:xfrm") ? ofFrame() : Fate.keep(),
                "a:CT_GraphicalObject", (name, attributes) -> wrapper(),
                "a:CT_GraphicalObjectData", (name, attributes) -> wrapper(),
                "p:CT_OleObject", (name, attributes) -> object(attributes),
                "p:CT_OleObjectEmbed", (name, attributes) -> ofFrame());
    }

    private Fate frame(XmlName name, Attributes attributes) {
        becomingPicture = withPicture.contains(attributes.ordinal());
        String fragment = fragments.get(attributes.ordinal());
        return fragment == null ? wrapper() : new Fate.Replace(CODE, fragment);
    }

    private Fate object(Attributes attributes) {
        return becomingPicture || !attributes.text("r:id").isEmpty() ? wrapper() : Fate.drop(CODE);
    }

    private Fate ofFrame() {
        return becomingPicture ? Fate.drop("") : Fate.keep();
    }

    private Fate wrapper() {
        return becomingPicture ? Fate.unwrap() : Fate.keep();
    }
}
