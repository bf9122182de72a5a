package jp.kiyome.container.xml;

/** Gathers the text of one element whose value is judged as a whole. */
final class TextCollector {

    /** Longer values than any rule allows. */
    private static final int MOST = 4 << 20;

    private final GrowingBytes collected = new GrowingBytes();
    private final Utf8 value = new Utf8();

    void begin() {
        collected.clear();
    }

    void add(Utf8 text) {
        if (collected.length() + text.length() > MOST) {
            throw XmlRefusal.tooLarge("text");
        }
        collected.add(text);
    }

    Utf8 value() {
        collected.show(value, 0, collected.length());
        return value;
    }
}
