package jp.kiyome.container.xml;

import java.util.Arrays;

/** A start tag that is written once the text of its element is known. Reused from element to element. */
final class PendingTag {

    private final GrowingBytes values = new GrowingBytes();
    private final Utf8 value = new Utf8();
    private XmlName name = new XmlName(Namespace.NONE, "");
    private XmlName[] names = new XmlName[8];
    private int[] ends = new int[8];
    private int count;

    /** Keeps the tag with those of its attributes that are still there. */
    void take(XmlName tag, Attributes attributes) {
        name = tag;
        count = 0;
        values.clear();
        for (int i = 0; i < attributes.count(); i++) {
            if (attributes.kept(i)) {
                add(attributes.name(i), attributes.value(i));
            }
        }
    }

    private void add(XmlName attribute, Utf8 kept) {
        if (count == names.length) {
            names = Arrays.copyOf(names, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        values.add(kept);
        names[count] = attribute;
        ends[count++] = values.length();
    }

    void write(XmlWriter out) {
        out.start(name);
        for (int i = 0; i < count; i++) {
            values.show(value, i == 0 ? 0 : ends[i - 1], ends[i]);
            out.attribute(names[i], value);
        }
    }
}
