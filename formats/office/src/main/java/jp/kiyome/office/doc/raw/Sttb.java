package jp.kiyome.office.doc.raw;

import java.util.ArrayList;
import java.util.List;

/**
 * A table of strings in UTF-16, each with data of its own ([MS-DOC] 2.2.4).
 *
 * @param extra of {@code extraSize} bytes each, or none
 */
public record Sttb(List<String> strings, List<byte[]> extra) {

    private static final int EXTENDED = 0xFFFF;

    public Sttb {
        strings = List.copyOf(strings);
        extra = List.copyOf(extra);
    }

    /** Reads one of two-byte characters; an empty one where nothing is. */
    public static Sttb read(In in) {
        List<String> strings = new ArrayList<>();
        List<byte[]> extra = new ArrayList<>();
        if (in.left() == 0) {
            return new Sttb(strings, extra);
        }
        if (in.u16() != EXTENDED) {
            throw in.broken("strings of one-byte characters");
        }
        int count = in.u16();
        int size = in.u16();
        for (int i = 0; i < count; i++) {
            strings.add(in.utf16(in.u16()));
            extra.add(in.bytes(size));
        }
        return new Sttb(strings, extra);
    }

    /** Writes strings without data. */
    public static void write(Out out, List<String> strings) {
        out.u16(EXTENDED).u16(strings.size()).u16(0);
        strings.forEach(text -> out.u16(text.length()).utf16(text));
    }
}
