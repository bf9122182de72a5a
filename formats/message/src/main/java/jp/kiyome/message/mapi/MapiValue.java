package jp.kiyome.message.mapi;

import java.util.List;
import jp.kiyome.core.content.Content;

/** The value of a property ([MS-OXCDATA] 2.11.1). */
public sealed interface MapiValue {

    int INT = 0x0003;
    int REAL = 0x0005;
    int BOOL = 0x000B;
    int OBJECT = 0x000D;
    int LONG = 0x0014;
    int STRING8 = 0x001E;
    int UNICODE = 0x001F;
    int TIME = 0x0040;
    int BINARY = 0x0102;
    int TEXTS = 0x101F;

    /** One of at most eight bytes: whole numbers, truth, times, and the bits of a real number. */
    record Fixed(int type, long bits) implements MapiValue {}

    /** Characters. */
    record Text(String text) implements MapiValue {}

    /** Several texts in their order. */
    record Texts(List<String> texts) implements MapiValue {
        public Texts {
            texts = List.copyOf(texts);
        }
    }

    /** Characters in a charset that nobody has told yet. */
    record Coded(Content bytes) implements MapiValue {}

    /** Bytes. */
    record Bytes(Content bytes) implements MapiValue {}

    /** Something else, of which the type alone is known. */
    record Other(int type) implements MapiValue {}
}
