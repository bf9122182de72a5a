package jp.kiyome.text.html;

import java.util.List;
import java.util.Optional;

/** A document of the allowed elements: the model between reading and writing. Immutable. */
public sealed interface HtmlNode {

    /** An attribute by its name in lower case. */
    record Attribute(String name, String value) {}

    /** An element by its name in lower case. */
    record Element(String name, List<Attribute> attributes, List<HtmlNode> children) implements HtmlNode {

        public Element {
            attributes = List.copyOf(attributes);
            children = List.copyOf(children);
        }

        public Optional<String> attribute(String wanted) {
            return attributes.stream()
                    .filter(a -> a.name.equals(wanted))
                    .map(Attribute::value)
                    .findFirst();
        }

        /** What it holds, without the text of elements inside. */
        public String ownText() {
            StringBuilder text = new StringBuilder();
            for (HtmlNode child : children) {
                if (child instanceof Text(String characters)) {
                    text.append(characters);
                }
            }
            return text.toString();
        }
    }

    /** Characters; never two of them side by side. */
    record Text(String characters) implements HtmlNode {}
}
