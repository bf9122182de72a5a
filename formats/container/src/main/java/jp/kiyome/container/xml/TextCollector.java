package jp.kiyome.container.xml;

import java.io.ByteArrayOutputStream;

/** Gathers the text of one element whose value is judged as a whole. */
final class TextCollector {

    /** Longer values than any rule allows. */
    private static final int MOST = 4 << 20;

    private final ByteArrayOutputStream collected = new ByteArrayOutputStream();
    private final Utf8 value = new Utf8();

    void begin() {
        collected.reset();
    }

    void add(Utf8 text) {
        if (collected.size() + text.length() > MOST) {
            throw XmlRefusal.tooLarge("text");
        }
        collected.write(text.bytes(), text.from(), text.length());
    }

    Utf8 value() {
        byte[] bytes = collected.toByteArray();
        value.view(bytes, 0, bytes.length);
        return value;
    }
}
