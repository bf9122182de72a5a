package jp.kiyome.image.box;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.image.stream.AllowList;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Refused;

/**
 * A box of a JPEG 2000 file (15444-1 I.4) or of a file of the ISO base media format (14496-12 4.2). Immutable.
 *
 * @param type its four letters, without the blanks at their end
 * @param at where it begins
 * @param from where its contents begin, and {@code to} where they end
 */
public record Box(String type, long at, long from, long to) {

    private static final int MOST = 4096;
    private static final int HEAD = 8;

    /** The boxes of a range, one behind the other. */
    public static List<Box> in(Content content, long start, long end) {
        List<Box> boxes = new ArrayList<>();
        for (long at = start; at < end; at = boxes.getLast().to) {
            if (boxes.size() == MOST) {
                throw Refused.tooLarge("more than " + MOST + " boxes");
            }
            boxes.add(at(new ByteReader(content, at, end)));
        }
        return boxes;
    }

    private static Box at(ByteReader in) {
        long at = in.position();
        long length = in.u32be();
        String type = new String(in.bytes(4), StandardCharsets.ISO_8859_1).stripTrailing();
        if (length == 1) {
            long high = in.u32be();
            length = in.u32be();
            if (high != 0) {
                throw Refused.truncated("box of more than four gigabytes");
            }
        } else if (length == 0) {
            length = in.end() - at;
        }
        if (length < in.position() - at || at + length > in.end()) {
            throw Refused.truncated("box of " + length + " bytes at " + at);
        }
        return new Box(type, at, in.position(), at + length);
    }

    /** Its contents, and nothing past them. */
    public ByteReader open(Content content) {
        return new ByteReader(content, from, to);
    }

    /** Its name and place in words of ours: only letters of a type that the format's list names are repeated. */
    public String place(AllowList list) {
        return (list.names(type) ? type : "box") + " at offset " + at;
    }

    /** A box as it is written: its length, its letters filled up with blanks, its contents. */
    public static byte[] written(String type, ByteWriter contents) {
        return new ByteWriter()
                .u32be(HEAD + contents.size())
                .ascii(String.format(java.util.Locale.ROOT, "%-4s", type))
                .bytes(contents.toByteArray())
                .toByteArray();
    }
}
