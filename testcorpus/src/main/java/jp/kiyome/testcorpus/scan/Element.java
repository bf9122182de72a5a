package jp.kiyome.testcorpus.scan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element with its attributes and the text directly inside it. Names carry the prefixes of {@link Prefixes}. */
final class Element {

    private final String name;
    private final @Nullable Element parent;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    Element(String name, @Nullable Element parent) {
        this.name = name;
        this.parent = parent;
    }

    String name() {
        return name;
    }

    boolean is(String wanted) {
        return name.equals(wanted);
    }

    @Nullable
    Element parent() {
        return parent;
    }

    boolean inside(String ancestor) {
        for (Element at = parent; at != null; at = at.parent) {
            if (at.is(ancestor)) {
                return true;
            }
        }
        return false;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    /** Empty when it is not there. */
    String attribute(String wanted) {
        return attributes.getOrDefault(wanted, "");
    }

    void append(String more) {
        text.append(more);
    }

    String text() {
        return text.toString();
    }

    @Override
    public String toString() {
        return name + attributes;
    }
}
