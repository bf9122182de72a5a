package jp.kiyome.message.msg;

import java.nio.charset.StandardCharsets;
import jp.kiyome.core.content.Content;
import jp.kiyome.message.mapi.MapiValue;

/** Texts of UTF-16. Stateless. */
final class Utf16 {

    private static final int LARGEST = 32 << 20;

    private Utf16() {}

    /** A text without its terminator. */
    static MapiValue text(Content content) {
        if (content.size() > LARGEST) {
            throw MsgReader.damaged("a text of " + content.size() + " bytes");
        }
        byte[] bytes = new byte[(int) content.size() & ~1];
        content.copy(0, bytes, 0, bytes.length);
        String text = new String(bytes, StandardCharsets.UTF_16LE);
        int end = text.indexOf('\0');
        return new MapiValue.Text(end < 0 ? text : text.substring(0, end));
    }
}
