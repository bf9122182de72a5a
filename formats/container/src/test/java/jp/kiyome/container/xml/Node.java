package jp.kiyome.container.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** A document as its meaning: names with namespaces, values, text; no spelling. */
sealed interface Node {

    /**
     * An element.
     *
     * @param attributes by name in braces form
     */
    record Tag(String name, Map<String, String> attributes, List<Node> children) implements Node {}

    record Text(String text) implements Node {}

    static Tag of(Document document) {
        return of(document.getDocumentElement());
    }

    private static Tag of(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            org.w3c.dom.Node attribute = all.item(i);
            if (!"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI())) {
                attributes.put(name(attribute), attribute.getNodeValue());
            }
        }
        List<Node> children = new ArrayList<>();
        for (org.w3c.dom.Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                children.add(of(inner));
            } else if (child instanceof org.w3c.dom.Text text) {
                append(children, text.getData());
            }
        }
        return new Tag(name(element), attributes, children);
    }

    /** Adds text, joined with text right before it. */
    static void append(List<Node> children, String text) {
        if (!children.isEmpty() && children.getLast() instanceof Text before) {
            children.set(children.size() - 1, new Text(before.text + text));
        } else if (!text.isEmpty()) {
            children.add(new Text(text));
        }
    }

    private static String name(org.w3c.dom.Node node) {
        return node.getNamespaceURI() == null
                ? node.getLocalName()
                : "{" + node.getNamespaceURI() + "}" + node.getLocalName();
    }
}
