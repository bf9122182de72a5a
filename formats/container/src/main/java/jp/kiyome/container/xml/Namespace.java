package jp.kiyome.container.xml;

/**
 * An XML namespace. Those that an allow-list knows are one object each; others are the {@link #same} when their URIs are.
 *
 * <p>Immutable; threads may share it.
 */
public final class Namespace {

    static final String XML_URI = "http://www.w3.org/XML/1998/namespace";

    static final Namespace NONE = new Namespace("", "", "", "", false, true, -2);
    static final Namespace XML = new Namespace("xml", "xml", XML_URI, XML_URI, false, true, -1);

    private final String key;
    private final String outputPrefix;
    private final String uri;
    private final String strictUri;
    private final boolean extension;
    private final boolean known;
    private final int order;
    private final boolean alternatives;

    Namespace(
            String key,
            String outputPrefix,
            String uri,
            String strictUri,
            boolean extension,
            boolean known,
            int order) {
        this.key = key;
        this.outputPrefix = outputPrefix;
        this.uri = uri;
        this.strictUri = strictUri;
        this.extension = extension;
        this.known = known;
        this.order = order;
        this.alternatives = key.equals("mc");
    }

    /** A namespace that no list has. Its key is no prefix of any list, whatever prefix the document has for it. */
    static Namespace unknown(String uri) {
        return new Namespace("{" + uri + "}", "", uri, uri, false, false, Integer.MAX_VALUE);
    }

    /** The prefix by which allow-lists call it; empty for no namespace, the URI in braces for one not known. */
    public String key() {
        return key;
    }

    /** The prefix that is written; empty where it is written as the default namespace. */
    String outputPrefix() {
        return outputPrefix;
    }

    /** The namespace name: of ECMA-376 Transitional where there are two. */
    public String uri() {
        return uri;
    }

    String strictUri() {
        return strictUri;
    }

    String uri(boolean strict) {
        return strict ? strictUri : uri;
    }

    /** Whether documents may list it in {@code mc:Ignorable}. */
    boolean extension() {
        return extension;
    }

    /** False for a namespace that stands in the input only; nothing in it is ever written. */
    boolean known() {
        return known;
    }

    /** Whether it is the one of {@code mc:AlternateContent}. */
    boolean alternatives() {
        return alternatives;
    }

    /** Its place in the allow-list, in which declarations are written. */
    int order() {
        return order;
    }

    /** Whether both are one namespace: one object, or the same URI where no allow-list has it. */
    boolean same(Namespace other) {
        return this == other || !known && !other.known && uri.equals(other.uri);
    }
}
