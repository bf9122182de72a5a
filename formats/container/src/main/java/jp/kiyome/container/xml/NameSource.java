package jp.kiyome.container.xml;

/** Knows the namespaces of an allow-list. */
interface NameSource {

    /** The namespace that a document calls by this URI; an unknown one when no allow-list has it. */
    Namespace namespace(String uri);

    /** The same name as the allow-lists have it, if they do: one object is quicker to find than an equal one. */
    XmlName asListed(XmlName name);

    /** Names met in documents before, for one reader until it gives them back. */
    NameCache borrow();

    /** The reader has come to its end. */
    void giveBack(NameCache cache);
}
