package jp.kiyome.testcorpus.word;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.testcorpus.zip.Bytes;

/** Parts of the table stream. */
final class WordTables {

    /** Numbers of fields ([MS-DOC] 2.9.90). */
    private static final Map<String, Integer> FIELDS = Map.of(
            "DDEAUTO",
            46,
            "DDE",
            45,
            "INCLUDETEXT",
            68,
            "INCLUDEPICTURE",
            67,
            "MACROBUTTON",
            51,
            "LINK",
            56,
            "HYPERLINK",
            88,
            "PAGE",
            33,
            "EQ",
            49,
            "MERGEFIELD",
            59);

    private WordTables() {}

    /** One style, "Normal" ([MS-DOC] 2.9.271). */
    static byte[] styles(byte[] tail) {
        Bytes style = new Bytes().u16(0).u16(1 | 0xFFF << 4).u16(2).u16(0).u16(0);
        style.u16(6).raw("Normal".getBytes(StandardCharsets.UTF_16LE)).u16(0);
        style.u16(2).u16(0).u16(0).raw(tail);
        if (style.size() % 2 == 1) {
            style.octets(0);
        }
        byte[] whole = style.toArray();
        whole[6] = (byte) whole.length;
        return new Bytes()
                .u16(18)
                .u16(1)
                .u16(10)
                .u16(1)
                .u16(91)
                .u16(15)
                .u16(0)
                .u16(0)
                .u16(0)
                .u16(0)
                .u16(whole.length)
                .raw(whole)
                .toArray();
    }

    /** One font ([MS-DOC] 2.9.82). */
    static byte[] fonts(byte[] tail) {
        byte[] name = "Arial\0".getBytes(StandardCharsets.UTF_16LE);
        return new Bytes()
                .u16(1)
                .u16(0)
                .octets(39 + name.length + tail.length, 0x26)
                .u16(400)
                .octets(0, 0)
                .raw(new byte[34])
                .raw(name)
                .raw(tail)
                .toArray();
    }

    /** The places of fields in a story, and their numbers ([MS-DOC] 2.8.25). */
    static Optional<byte[]> fields(String story) {
        Bytes places = new Bytes();
        Bytes kinds = new Bytes();
        for (int i = 0; i < story.length(); i++) {
            char c = story.charAt(i);
            if (c >= 0x13 && c <= 0x15) {
                places.u32(i);
                kinds.octets(
                        c,
                        c == 0x13
                                ? number(story.substring(i + 1, Math.min(story.length(), i + 40)))
                                : c == 0x14 ? 0xFF : 0x80);
            }
        }
        return places.size() == 0
                ? Optional.empty()
                : Optional.of(places.u32(story.length()).raw(kinds.toArray()).toArray());
    }

    private static int number(String instruction) {
        return FIELDS.getOrDefault(instruction.strip().split("[ \\\\]", 2)[0], 1);
    }

    /** Strings in a table of them ([MS-DOC] 2.2.4). */
    static byte[] strings(String... strings) {
        Bytes out = new Bytes().u16(0xFFFF).u16(strings.length).u16(0);
        for (String text : strings) {
            out.u16(text.length()).raw(text.getBytes(StandardCharsets.UTF_16LE));
        }
        return out.toArray();
    }
}
