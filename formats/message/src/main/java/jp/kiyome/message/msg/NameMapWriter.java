package jp.kiyome.message.msg;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import jp.kiyome.container.cfb.NewEntry;
import jp.kiyome.message.mapi.MapiItem;

/** The map of names ([MS-OXMSG] 2.2.3): sets, entries, texts, and the entries again by their hash. Stateless. */
final class NameMapWriter {

    /** 2.2.3.1.1: the first three numbers of sets have a meaning of their own. */
    private static final int FIRST_SET = 3;

    private static final int PUBLIC = 2;

    private NameMapWriter() {}

    static List<NewEntry> streams(List<MapiItem.Name> names) {
        List<UUID> sets = names.stream()
                .map(MapiItem.Name::set)
                .filter(set -> !set.equals(NameMap.PUBLIC_STRINGS))
                .distinct()
                .toList();
        MsgWriter.Bytes guids = new MsgWriter.Bytes();
        sets.forEach(guids::guid);
        MsgWriter.Bytes entries = new MsgWriter.Bytes();
        MsgWriter.Bytes texts = new MsgWriter.Bytes();
        Map<Integer, MsgWriter.Bytes> hashed = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            MapiItem.Name name = names.get(i);
            boolean text = !name.text().isEmpty();
            boolean common = name.set().equals(NameMap.PUBLIC_STRINGS);
            int kind = (common ? PUBLIC : sets.indexOf(name.set()) + FIRST_SET) << 1 | (text ? 1 : 0);
            entry(entries, text ? texts.size() : name.id(), kind, i);
            int number = text ? text(name.text(), texts) : name.id();
            // 2.2.3.2.2: the number, or the check sum of the text, and the word with the set.
            int bucket = 0x1000 + Integer.remainderUnsigned(number ^ kind, 0x1F);
            entry(hashed.computeIfAbsent(bucket, any -> new MsgWriter.Bytes()), number, kind, i);
        }
        List<NewEntry> streams = new ArrayList<>();
        streams.add(new NewEntry.Stream(MsgReader.VALUE + "00020102", guids.content()));
        streams.add(new NewEntry.Stream(MsgReader.VALUE + "00030102", entries.content()));
        streams.add(new NewEntry.Stream(MsgReader.VALUE + "00040102", texts.content()));
        hashed.forEach((bucket, bytes) -> streams.add(new NewEntry.Stream(
                MsgReader.VALUE + String.format(Locale.ROOT, "%04X0102", bucket), bytes.content())));
        return streams;
    }

    /** Adds a text; gives its check sum, a CRC-32 that begins and ends as it is ([MS-OXRTFCP] 3.1.3.2). */
    private static int text(String text, MsgWriter.Bytes texts) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
        texts.i32(bytes.length);
        int sum = 0;
        for (byte b : bytes) {
            texts.u8(b);
            sum ^= b & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                sum = (sum & 1) != 0 ? sum >>> 1 ^ 0xEDB88320 : sum >>> 1;
            }
        }
        texts.zeros(-bytes.length & 3);
        return sum;
    }

    private static void entry(MsgWriter.Bytes out, int id, int kind, int index) {
        out.i32(id);
        out.u16(kind);
        out.u16(index);
    }
}
