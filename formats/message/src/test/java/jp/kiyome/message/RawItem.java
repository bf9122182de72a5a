package jp.kiyome.message;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.kiyome.container.cfb.NewEntry;
import jp.kiyome.container.cfb.WrittenCompound;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.content.Workspace;

/** An Outlook item made by hand, property by property ([MS-OXMSG] 2). */
final class RawItem {

    private final ByteArrayOutputStream list = new ByteArrayOutputStream();
    private final List<NewEntry> entries = new ArrayList<>();

    RawItem(int header) {
        list.writeBytes(new byte[header]);
    }

    RawItem text(int id, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
        entry(id << 16 | 0x1F, bytes.length + 2L);
        entries.add(stream("__substg1.0_%04X001F", id, bytes));
        return this;
    }

    RawItem bytes(int id, byte[] bytes) {
        entry(id << 16 | 0x102, bytes.length);
        entries.add(stream("__substg1.0_%04X0102", id, bytes));
        return this;
    }

    RawItem number(int id, long value) {
        entry(id << 16 | 3, value);
        return this;
    }

    RawItem attachment(int number, RawItem attachment) {
        entries.add(attachment.storage("__attach_version1.0_#%08X", number));
        return this;
    }

    /** As an embedded message, or as the storage of an OLE object. */
    RawItem object(RawItem message, int kind) {
        entry(0x3701000D, 0xFFFFFFFFL | (long) kind << 32);
        entries.add(message.storage("__substg1.0_3701000D", 0));
        return this;
    }

    RawItem loose(String name, String text) {
        entries.add(new NewEntry.Stream(name, Rebuilt.content(text)));
        return this;
    }

    /** Texts of the one property from 0x8000 on, named by a text among the strings that everybody may use. */
    RawItem keyed(String name, String... texts) {
        byte[] word = name.getBytes(StandardCharsets.UTF_16LE);
        ByteBuffer entry = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        entry.putInt(0).putShort((short) (2 << 1 | 1)).putShort((short) 0);
        ByteBuffer strings = ByteBuffer.allocate(4 + word.length).order(ByteOrder.LITTLE_ENDIAN);
        strings.putInt(word.length).put(word);
        entries.add(NewEntry.Storage.of(
                "__nameid_version1.0",
                stream("__substg1.0_%04X0102", 2, new byte[0]),
                stream("__substg1.0_%04X0102", 3, entry.array()),
                stream("__substg1.0_%04X0102", 4, strings.array())));
        ByteBuffer lengths = ByteBuffer.allocate(4 * texts.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < texts.length; i++) {
            byte[] bytes = (texts[i] + "\0").getBytes(StandardCharsets.UTF_16LE);
            lengths.putInt(bytes.length);
            entries.add(stream("__substg1.0_8000101F-%08X", i, bytes));
        }
        entry(0x8000101F, lengths.capacity());
        entries.add(stream("__substg1.0_%04X101F", 0x8000, lengths.array()));
        return this;
    }

    /** The one property from 0x8000 on, by set and number. */
    RawItem named(UUID set, int id, String text) {
        ByteBuffer guid = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        guid.putInt((int) (set.getMostSignificantBits() >> 32))
                .putShort((short) (set.getMostSignificantBits() >> 16))
                .putShort((short) set.getMostSignificantBits())
                .putLong(Long.reverseBytes(set.getLeastSignificantBits()));
        ByteBuffer entry = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        entry.putInt(id).putShort((short) (3 << 1)).putShort((short) 0);
        entries.add(NewEntry.Storage.of(
                "__nameid_version1.0",
                stream("__substg1.0_%04X0102", 2, guid.array()),
                stream("__substg1.0_%04X0102", 3, entry.array()),
                stream("__substg1.0_%04X0102", 4, new byte[0])));
        return text(0x8000, text);
    }

    NewEntry.Storage storage(String format, int number) {
        List<NewEntry> all = new ArrayList<>(entries);
        all.add(new NewEntry.Stream("__properties_version1.0", HeapContent.of(list.toByteArray())));
        return new NewEntry.Storage(String.format(Locale.ROOT, format, number), NewEntry.Storage.NO_CLASS, all);
    }

    byte[] file() {
        try (Workspace workspace = Workspace.inTempDirectory()) {
            Sink sink = workspace.sink();
            WrittenCompound.write(storage("x", 0), sink);
            return sink.finish().stream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static NewEntry.Stream stream(String format, int id, byte[] bytes) {
        return new NewEntry.Stream(String.format(Locale.ROOT, format, id), HeapContent.of(bytes));
    }

    private void entry(int tag, long value) {
        list.writeBytes(ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(tag)
                .putInt(6)
                .putLong(value)
                .array());
    }
}
