package jp.kiyome.container.xml;

/** Names of documents for which there is no allow-list. */
final class AnyNames implements NameSource {

    @Override
    public Namespace namespace(String uri) {
        return uri.equals(Namespace.XML_URI) ? Namespace.XML : Namespace.unknown(uri);
    }

    @Override
    public XmlName asListed(XmlName name) {
        return name;
    }

    @Override
    public NameCache borrow() {
        return new NameCache(this);
    }

    @Override
    public void giveBack(NameCache cache) {}
}
