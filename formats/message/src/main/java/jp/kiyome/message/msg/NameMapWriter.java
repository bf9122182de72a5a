package jp.kiyome.message.msg;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.kiyome.container.cfb.NewEntry;
import jp.kiyome.message.mapi.MapiItem;

/** The map of names ([MS-OXMSG] 2.2.3): sets, entries, no texts, and the entries again by their hash. Stateless. */
final class NameMapWriter {

    /** 2.2.3.1.1: the first three numbers of sets have a meaning of their own. */
    private static final int FIRST_SET = 3;

    private NameMapWriter() {}

    static List<NewEntry> streams(List<MapiItem.Name> names) {
        List<UUID> sets = names.stream().map(MapiItem.Name::set).distinct().toList();
        MsgWriter.Bytes guids = new MsgWriter.Bytes();
        sets.forEach(guids::guid);
        MsgWriter.Bytes entries = new MsgWriter.Bytes();
        Map<Integer, MsgWriter.Bytes> hashed = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            MapiItem.Name name = names.get(i);
            int kind = sets.indexOf(name.set()) + FIRST_SET << 1;
            entry(entries, name.id(), kind, i);
            // 2.2.3.2.2: the number, and the word with the set.
            int bucket = 0x1000 + Integer.remainderUnsigned(name.id() ^ kind, 0x1F);
            entry(hashed.computeIfAbsent(bucket, any -> new MsgWriter.Bytes()), name.id(), kind, i);
        }
        List<NewEntry> streams = new ArrayList<>();
        streams.add(new NewEntry.Stream(MsgReader.VALUE + "00020102", guids.content()));
        streams.add(new NewEntry.Stream(MsgReader.VALUE + "00030102", entries.content()));
        streams.add(new NewEntry.Stream(MsgReader.VALUE + "00040102", new MsgWriter.Bytes().content()));
        hashed.forEach((bucket, bytes) -> streams.add(new NewEntry.Stream(
                MsgReader.VALUE + String.format(Locale.ROOT, "%04X0102", bucket), bytes.content())));
        return streams;
    }

    private static void entry(MsgWriter.Bytes out, int id, int kind, int index) {
        out.i32(id);
        out.u16(kind);
        out.u16(index);
    }
}
