package jp.kiyome.message.msg;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.kiyome.container.cfb.CompoundFile;
import jp.kiyome.container.cfb.CompoundStorage;
import jp.kiyome.core.spi.Session;
import jp.kiyome.message.mapi.MapiItem;

/**
 * Which names the properties from 0x8000 on have ([MS-OXMSG] 2.2.3).
 *
 * @param names by their number from 0x8000
 */
record NameMap(List<Optional<MapiItem.Name>> names) {

    private static final int LARGEST = 1 << 20;

    /** [MS-OXPROPS] 1.3.2: the sets that the map knows without listing them. */
    private static final UUID MAPI = UUID.fromString("00020328-0000-0000-c000-000000000046");

    static final UUID PUBLIC_STRINGS = UUID.fromString("00020329-0000-0000-c000-000000000046");

    static NameMap none() {
        return new NameMap(List.of());
    }

    static NameMap read(CompoundFile file, CompoundStorage storage, Session session) {
        byte[] sets = stream(file, storage, "00020102");
        byte[] entries = stream(file, storage, "00030102");
        byte[] texts = stream(file, storage, "00040102");
        session.budget().entries(entries.length / 8);
        List<Optional<MapiItem.Name>> names = new ArrayList<>();
        for (int at = 0; at + 8 <= entries.length; at += 8) {
            int id = MsgReader.i32(entries, at);
            int kind = MsgReader.u16(entries, at + 4);
            int set = kind >> 1;
            boolean text = (kind & 1) != 0;
            boolean known = set < 3 || (set - 2) * 16 <= sets.length;
            if (!known || set == 0) {
                names.add(Optional.empty());
            } else if (text) {
                UUID of = set(sets, set);
                names.add(text(texts, id).map(word -> new MapiItem.Name(of, 0, word)));
            } else {
                names.add(Optional.of(new MapiItem.Name(set(sets, set), id)));
            }
        }
        return new NameMap(List.copyOf(names));
    }

    /** 2.2.3.1.3: a length, and as many bytes of UTF-16; no name where it is none. */
    private static Optional<String> text(byte[] texts, int at) {
        if (at < 0 || at > texts.length - 4) {
            return Optional.empty();
        }
        int length = MsgReader.i32(texts, at);
        return length <= 0 || length > texts.length - 4 - at
                ? Optional.empty()
                : Optional.of(new String(texts, at + 4, length, StandardCharsets.UTF_16LE));
    }

    Optional<MapiItem.Name> name(int id) {
        int index = id - 0x8000;
        return index < names.size() ? names.get(index) : Optional.empty();
    }

    private static UUID set(byte[] sets, int index) {
        return index == 1 ? MAPI : index == 2 ? PUBLIC_STRINGS : guid(sets, (index - 3) * 16);
    }

    /** [MS-DTYP] 2.3.4.2. */
    private static UUID guid(byte[] bytes, int at) {
        long first = Integer.toUnsignedLong(MsgReader.i32(bytes, at)) << 32
                | (long) MsgReader.u16(bytes, at + 4) << 16
                | MsgReader.u16(bytes, at + 6);
        return new UUID(first, Long.reverseBytes(MsgReader.i64(bytes, at + 8)));
    }

    private static byte[] stream(CompoundFile file, CompoundStorage storage, String tag) {
        return storage.stream(MsgReader.VALUE + tag)
                .map(s -> MsgReader.bytes(file, s, LARGEST))
                .orElse(new byte[0]);
    }
}
