package jp.kiyome.ichitaro.part;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.kiyome.container.cfb.NewEntry;
import jp.kiyome.ichitaro.raw.Out;

/**
 * The stream in which every storage lists what is in it with its size: programs refuse a file whose list is wrong, so it is always
 * written anew. Stateless.
 */
public final class SegmentTable {

    public static final String NAME = "\u0004JSRV_SegmentInformation";

    private static final String MAGIC = "VDA_DOC\0";
    private static final int HEADER = 0x90;
    private static final int RECORD = 0x60;
    private static final int NAME_BYTES = 64;

    /** Whose list it is. */
    public enum Owner {
        DOCUMENT,
        TEMPLATE,
        COMPRESSED_DOCUMENT,
        COMPRESSED_TEMPLATE,
        STORAGE;

        /** What stands behind the number of records. */
        private List<Integer> words() {
            return switch (this) {
                case DOCUMENT -> List.of(0x0001_0000, 0x0000_0800);
                case TEMPLATE -> List.of(0x0001_0100, 0x0000_0800);
                case COMPRESSED_DOCUMENT -> List.of(0x0001_0000, 0x0001_0802, 0x400D_1000, 0x0102_0100);
                case COMPRESSED_TEMPLATE -> List.of(0x0001_0100, 0x0001_0802, 0x400D_1000, 0x0102_0100);
                case STORAGE -> List.of();
            };
        }
    }

    /**
     * One line.
     *
     * @param entry of the storage
     * @param kind 1 or 2 for streams, as programs write it; 0 for storages
     */
    public record Line(NewEntry entry, int kind) {

        private long size() {
            return entry instanceof NewEntry.Stream stream ? stream.content().size() : 0;
        }
    }

    private SegmentTable() {}

    public static NewEntry of(Owner owner, List<Line> lines) {
        Out out = new Out().ascii(MAGIC).u16(0x0001).zeros(4);
        out.littleEndian16(HEADER).littleEndian16(RECORD).littleEndian16(lines.size());
        for (int word : owner.words()) {
            out.littleEndian32(word);
        }
        out.zeros(HEADER - out.size());
        for (Line line : lines) {
            byte[] name = line.entry().name().getBytes(StandardCharsets.UTF_16LE);
            out.raw(name).zeros(NAME_BYTES - name.length);
            out.littleEndian32(0).littleEndian32(line.size()).littleEndian32(line.kind());
            out.zeros(RECORD - NAME_BYTES - 12);
        }
        return new NewEntry.Stream(NAME, out.content());
    }
}
