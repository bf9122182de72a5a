package jp.kiyome.container.cfb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.Limits;

/**
 * A sound compound file whose bytes can be set to lie. Its sectors: 0 FAT, 1 and 2 directory, 3 mini FAT, 4 mini stream, 5 to
 * 14 the stream {@code big}. Its entries: 0 root, 1 big, 2 small, 3 Storage, 4 inner.
 */
final class ForgedCompound {

    static final int SECTOR = 512;
    static final int BIG = 5;

    private final ByteBuffer bytes = ByteBuffer.wrap(written(sample())).order(ByteOrder.LITTLE_ENDIAN);

    static NewEntry.Storage sample() {
        return NewEntry.Storage.of(
                "", stream("big", 5000), stream("small", 70), NewEntry.Storage.of("Storage", stream("inner", 100)));
    }

    static NewEntry.Stream stream(String name, int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31 + name.length());
        }
        return new NewEntry.Stream(name, HeapContent.of(bytes));
    }

    static byte[] written(NewEntry.Storage root) {
        try (Workspace workspace = Workspace.inTempDirectory()) {
            Sink sink = workspace.sink();
            WrittenCompound.write(root, sink);
            return sink.finish().stream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says what follows a sector in its chain. */
    ForgedCompound next(int sector, int next) {
        return i32(SECTOR + 4 * sector, next);
    }

    ForgedCompound miniNext(int sector, int next) {
        return i32(4 * SECTOR + 4 * sector, next);
    }

    /** Sets a number of a directory entry, at an offset in it. */
    ForgedCompound entry(int id, int offset, int value) {
        return i32(2 * SECTOR + RawEntry.SIZE * id + offset, value);
    }

    ForgedCompound i32(int at, int value) {
        bytes.putInt(at, value);
        return this;
    }

    ForgedCompound u16(int at, int value) {
        bytes.putShort(at, (short) value);
        return this;
    }

    byte[] bytes() {
        return bytes.array().clone();
    }

    static Budget budget(long size) {
        return new Budget(Limits.defaults(), size);
    }

    /** Opens a file and reads all streams: their bytes by path. */
    static Map<String, byte[]> read(byte[] file, List<Finding> findings) {
        Content content = HeapContent.of(file);
        CompoundFile compound = CompoundFile.open(content, budget(file.length), findings::add);
        Map<String, byte[]> streams = new TreeMap<>();
        read(compound, compound.root(), "", streams);
        return streams;
    }

    static Map<String, byte[]> read(byte[] file) {
        return read(file, new ArrayList<>());
    }

    private static void read(CompoundFile file, CompoundStorage storage, String path, Map<String, byte[]> streams) {
        for (CompoundEntry entry : storage.entries()) {
            switch (entry) {
                case CompoundStorage inner -> read(file, inner, path + inner.name() + "/", streams);
                case CompoundStream stream -> {
                    try {
                        streams.put(path + stream.name(), file.open(stream).readAllBytes());
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        }
    }
}
