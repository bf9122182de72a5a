package jp.kiyome.docuworks.tree;

import java.util.List;

/**
 * An object of a document.
 *
 * @param kind lower 16 bits of its number
 * @param children in order
 */
public record Node(int kind, List<Attribute> attributes, List<Node> children) {

    public Node {
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
    }
}
