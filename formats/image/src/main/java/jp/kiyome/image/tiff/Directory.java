package jp.kiyome.image.tiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.AllowList;
import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/** One image file directory (TIFF 6.0 section 2), as far as the allow-list names its tags. Not for sharing. */
final class Directory {

    private static final AllowList ALLOWED = AllowList.beside(Directory.class, "tiff.allow");
    private static final int MAX_VALUES = 1 << 20;
    private static final int MAX_ENTRIES = 1000;

    private record Entry(int type, long count, long valueAt) {}

    private final FileBytes file;
    private final long offset;
    private final Map<Integer, Entry> entries = new TreeMap<>();
    private final long next;

    Directory(FileBytes file, long offset, Session session) {
        this.file = file;
        this.offset = offset;
        file.seek(offset);
        long count = file.big() ? file.u64() : file.u16();
        if (count == 0 || count > MAX_ENTRIES) {
            throw Refused.damaged("TIFF directory of " + count + " entries");
        }
        int room = file.big() ? 8 : 4;
        file.require((2L * room + 4) * count + room);
        for (int i = 0; i < count; i++) {
            int tag = file.u16();
            Entry entry = new Entry(file.u16(), file.offset(), file.position());
            file.seek(entry.valueAt() + room);
            AllowList.Entry rule = ALLOWED.entry(Integer.toString(tag));
            if (rule.rule() == AllowList.Rule.DROP) {
                session.found(Removed.from(rule.argument(), place(tag)));
            } else {
                entries.putIfAbsent(tag, entry);
            }
        }
        next = file.offset();
    }

    String place(int tag) {
        return "directory at offset " + offset + ", tag " + tag;
    }

    /** Offset of the next directory, 0 for none. */
    long next() {
        return next;
    }

    boolean has(int tag) {
        return entries.containsKey(tag);
    }

    long number(int tag, long otherwise) {
        return find(tag)
                .filter(entry -> entry.count() > 0)
                .map(entry -> values(entry)[0])
                .orElse(otherwise);
    }

    int small(int tag, int otherwise) {
        return (int) Math.min(Integer.MAX_VALUE, number(tag, otherwise));
    }

    long[] numbers(int tag) {
        return find(tag).map(this::values).orElse(new long[0]);
    }

    /** Numerator and denominator of the tag's first value; empty when there is none that means something. */
    Optional<long[]> rational(int tag) {
        return find(tag).filter(entry -> entry.type() == 5 && entry.count() > 0).flatMap(entry -> {
            seek(entry, 8);
            long[] parts = {file.u32(), file.u32()};
            return parts[0] == 0 || parts[1] == 0 ? Optional.empty() : Optional.of(parts);
        });
    }

    /** Numerators and denominators of all of the tag's values, one behind the other. */
    List<Page.Ratio> ratios(int tag, int count) {
        List<Page.Ratio> ratios = new ArrayList<>();
        find(tag).filter(entry -> entry.type() == 5 && entry.count() == count).ifPresent(entry -> {
            seek(entry, 8L * count);
            for (int i = 0; i < count; i++) {
                ratios.add(new Page.Ratio(file.u32(), file.u32()));
            }
        });
        return List.copyOf(ratios);
    }

    Bytes bytes(int tag, int most) {
        return find(tag)
                .filter(entry -> (entry.type() == 7 || entry.type() == 1) && entry.count() <= most)
                .map(entry -> {
                    seek(entry, entry.count());
                    return Bytes.of(file.bytes((int) entry.count()));
                })
                .orElse(Bytes.none());
    }

    private Optional<Entry> find(int tag) {
        return Optional.ofNullable(entries.get(tag));
    }

    /** BYTE, SHORT or LONG values (section 2, "Types"). */
    private long[] values(Entry entry) {
        int size =
                switch (entry.type()) {
                    case 1 -> 1;
                    case 3 -> 2;
                    case 4, 13 -> 4;
                    case 16, 18 -> 8;
                    default -> throw Refused.damaged("TIFF number of type " + entry.type());
                };
        if (entry.count() > MAX_VALUES) {
            throw Refused.tooLarge("TIFF tag of " + entry.count() + " values");
        }
        seek(entry, size * entry.count());
        long[] values = new long[(int) entry.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (size) {
                case 1 -> file.u8();
                case 2 -> file.u16();
                case 4 -> file.u32();
                default -> file.u64();
            };
        }
        return values;
    }

    private void seek(Entry entry, long bytes) {
        file.seek(entry.valueAt());
        if (bytes > (file.big() ? 8 : 4)) {
            file.seek(file.offset());
        }
        file.require(bytes);
    }
}
