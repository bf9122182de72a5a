package jp.kiyome.docuworks.tree;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import jp.kiyome.docuworks.element.Element;
import jp.kiyome.docuworks.element.Elements;
import jp.kiyome.docuworks.element.Numbers;

/** Writes the tree of objects. Attributes with names are numbered from 2001 on in their order. Stateless. */
public final class TreeWriter {

    private static final int FIRST_NAMED = 2001;
    private static final int NAMES = 51;

    private TreeWriter() {}

    public static byte[] write(Node root) {
        Elements out = new Elements();
        write(root, 0, out);
        return out.toArray();
    }

    private static void write(Node node, int depth, Elements out) {
        Elements record = new Elements();
        record.add(0x80, new byte[] {(byte) depth});
        // Kinds from 8000 on are stored with a zero in front.
        record.number(0x62, node.kind());
        byte[] names = names(node);
        if (names.length > 0) {
            record.add(Element.CONTEXT, NAMES, names);
        }
        int number = FIRST_NAMED;
        for (Attribute attribute : node.attributes()) {
            record.add(attribute.kind(), attribute.named() ? number++ : attribute.number(), attribute.value());
        }
        out.add(0x62, record.toArray());
        node.children().forEach(child -> write(child, depth + 1, out));
    }

    private static byte[] names(Node node) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int number = FIRST_NAMED;
        for (Attribute attribute : node.attributes()) {
            if (attribute.named()) {
                byte[] name = (attribute.name() + '\0').getBytes(StandardCharsets.ISO_8859_1);
                Numbers.item(Numbers.bytes(number++), out);
                Numbers.item(Numbers.bytes(attribute.type()), out);
                Numbers.item(Numbers.bytes(attribute.index()), out);
                Numbers.item(Numbers.bytes(name.length), out);
                Numbers.item(name, out);
            }
        }
        return out.toByteArray();
    }
}
