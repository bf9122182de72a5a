package jp.kiyome.image.heif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.core.content.Content;
import jp.kiyome.image.box.Box;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Refused;
import org.jspecify.annotations.Nullable;

/** Where the items of a file stand (14496-12 8.11.3): in the file, or in its idat box; never in another file. */
final class Places {

    private static final int MOST = 1 << 14;

    private final Content content;
    private final @Nullable Box data;
    private int offsetSize;
    private int lengthSize;
    private int baseSize;
    private int indexSize;
    private int total;

    /** @param data the idat box, where there is one */
    Places(Content content, @Nullable Box data) {
        this.content = content;
        this.data = data;
    }

    Map<Long, List<Item.Range>> read(Box box) {
        ByteReader in = box.open(content);
        int version = in.i32be() >>> 24;
        if (version > 2) {
            throw Refused.unsupported("HEIF with places of another version");
        }
        int sizes = in.u16be();
        offsetSize = sizes >> 12;
        lengthSize = sizes >> 8 & 15;
        baseSize = sizes >> 4 & 15;
        indexSize = version == 0 ? 0 : sizes & 15;
        long count = version < 2 ? in.u16be() : in.u32be();
        Map<Long, List<Item.Range>> all = new LinkedHashMap<>();
        for (long i = 0; i < count; i++) {
            long id = version < 2 ? in.u16be() : in.u32be();
            int method = version == 0 ? 0 : in.u16be() & 15;
            if (in.u16be() != 0 || method > 1) {
                throw Refused.unsupported("HEIF with data in other files or items");
            }
            if (all.put(id, extents(in, method)) != null) {
                throw Refused.damaged("HEIF that says twice where an item is");
            }
        }
        return all;
    }

    private List<Item.Range> extents(ByteReader in, int method) {
        long base = number(in, baseSize);
        int count = in.u16be();
        total += count;
        if (total > MOST) {
            throw Refused.tooLarge("HEIF in more than " + MOST + " pieces");
        }
        List<Item.Range> ranges = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            number(in, indexSize);
            long offset = number(in, offsetSize);
            long length = number(in, lengthSize);
            ranges.add(method == 0 ? range(base + offset, length, 0, content.size()) : inData(base + offset, length));
        }
        return ranges;
    }

    private Item.Range inData(long offset, long length) {
        if (data == null) {
            throw Refused.damaged("HEIF without its idat box");
        }
        return range(data.from() + offset, length, data.from(), data.to());
    }

    private static Item.Range range(long from, long length, long least, long most) {
        if (from < least || length < 1 || length > most - from) {
            throw Refused.truncated("HEIF item of " + length + " bytes at " + from);
        }
        return new Item.Range(from, from + length);
    }

    /** Nothing lies beyond four gigabytes, in whatever width that is said. */
    private static long number(ByteReader in, int size) {
        return switch (size) {
            case 0 -> 0;
            case 4 -> in.u32be();
            case 8 -> {
                if (in.u32be() != 0) {
                    throw Refused.tooLarge("HEIF of more than four gigabytes");
                }
                yield in.u32be();
            }
            default -> throw Refused.damaged("HEIF with numbers of " + size + " bytes");
        };
    }
}
