package jp.kiyome.testcorpus;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.kiyome.container.cfb.NewEntry;
import jp.kiyome.container.cfb.WrittenCompound;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.content.Workspace;

/** The smallest Outlook item and the smallest TNEF that have a subject, a body and a file. */
final class OutlookSeeds {

    private OutlookSeeds() {}

    /** [MS-OXMSG] 2. */
    static byte[] item() {
        Properties file = new Properties(8);
        file.fixed(0x3705_0003, 1);
        file.text(0x3707, "予定表.txt");
        file.stream(0x3701_0102, "Hello\r\n".getBytes(StandardCharsets.US_ASCII));
        Properties item = new Properties(32);
        item.text(0x001A, "IPM.Note");
        item.text(0x0037, "会議の件");
        item.text(0x1000, "お世話になっております。\r\n");
        item.stream(0x1013_0102, "<html><body>会議</body></html>".getBytes(StandardCharsets.UTF_8));
        item.fixed(0x3FDE_0003, 65_001);
        item.entries.add(file.storage("__attach_version1.0_#00000000"));
        try (Workspace workspace = Workspace.inTempDirectory()) {
            Sink sink = workspace.sink();
            WrittenCompound.write(item.storage("item"), sink);
            return sink.finish().stream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A list of properties, and the streams of those that are no numbers. */
    private static final class Properties {

        private final ByteArrayOutputStream list = new ByteArrayOutputStream();
        private final List<NewEntry> entries = new ArrayList<>();

        Properties(int header) {
            list.writeBytes(new byte[header]);
        }

        void fixed(int tag, long value) {
            ByteBuffer entry = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
            list.writeBytes(entry.putInt(tag).putInt(6).putLong(value).array());
        }

        void text(int id, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
            fixed(id << 16 | 0x1F, bytes.length + 2L);
            entries.add(
                    new NewEntry.Stream(String.format(Locale.ROOT, "__substg1.0_%04X001F", id), HeapContent.of(bytes)));
        }

        void stream(int tag, byte[] bytes) {
            fixed(tag, bytes.length);
            entries.add(
                    new NewEntry.Stream(String.format(Locale.ROOT, "__substg1.0_%08X", tag), HeapContent.of(bytes)));
        }

        NewEntry.Storage storage(String name) {
            List<NewEntry> all = new ArrayList<>(entries);
            all.add(new NewEntry.Stream("__properties_version1.0", HeapContent.of(list.toByteArray())));
            return new NewEntry.Storage(name, NewEntry.Storage.NO_CLASS, all);
        }
    }

    static byte[] tnef() {
        return Winmail.with("予定表.txt", "Hello\r\n".getBytes(StandardCharsets.US_ASCII));
    }
}
