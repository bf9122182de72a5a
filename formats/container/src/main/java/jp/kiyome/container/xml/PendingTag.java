package jp.kiyome.container.xml;

import java.util.ArrayList;
import java.util.List;

/** A start tag that is written only if something inside its element is. */
final class PendingTag {

    private record Attribute(XmlName name, String value) {}

    private final XmlName name;
    private final List<Attribute> kept = new ArrayList<>();

    PendingTag(XmlName name, Attributes attributes) {
        this.name = name;
        for (int i = 0; i < attributes.count(); i++) {
            if (attributes.kept(i)) {
                kept.add(new Attribute(attributes.name(i), attributes.value(i).toString()));
            }
        }
    }

    void write(XmlWriter out) {
        out.start(name);
        kept.forEach(attribute -> out.attribute(attribute.name, Utf8.of(attribute.value)));
    }
}
