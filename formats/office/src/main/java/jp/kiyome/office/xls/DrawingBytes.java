package jp.kiyome.office.xls;

import java.io.ByteArrayOutputStream;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.office.record.Numbers;
import jp.kiyome.office.xls.biff.RecordReader;

/** The records of a drawing, which stand in pieces between the records of a sheet ([MS-XLS] 2.4.170, .171). Not thread-safe. */
final class DrawingBytes {

    private static final int HEAD = 8;
    private static final int CONTAINER = 0x0F;
    private static final int CLIENT_DATA = 0xF011;
    private static final int STAMPS = 1 << 12;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Takes the record that the reader stands on, and those it goes on in. */
    void add(RecordReader reader) {
        bytes.writeBytes(reader.data().rest());
        while (reader.following() == RecordReader.CONTINUE && reader.next()) {
            bytes.writeBytes(reader.data().rest());
        }
    }

    boolean isEmpty() {
        return bytes.size() == 0;
    }

    Content content() {
        return HeapContent.of(bytes.toByteArray());
    }

    /** The bytes with each client data stamped with its place among them, and how many there are; {@link #number} reads the stamps. */
    record Stamped(Content content, int count) {

        /**
         * The number of a client data.
         *
         * @param stamp the instance of its record
         * @param after the number of the one before, or -1
         */
        static int number(int stamp, int after) {
            int first = after + 1;
            return first + Math.floorMod(stamp - first, STAMPS);
        }
    }

    /** Shapes may go before anybody asks for their client data, so counting these alone would mistake one object for another. */
    Stamped stamped() {
        byte[] all = bytes.toByteArray();
        int count = 0;
        for (int at = 0; at <= all.length - HEAD; ) {
            int first = Numbers.u16(all, at);
            long size = Numbers.u32(all, at + 4);
            if (Numbers.u16(all, at + 2) == CLIENT_DATA) {
                Numbers.put(all, at, 2, first & 0x0F | (count++ % STAMPS) << 4);
            }
            boolean inside = (first & 0x0F) == CONTAINER;
            at = (int) Math.min(all.length, at + HEAD + (inside ? 0 : size));
        }
        return new Stamped(HeapContent.of(all), count);
    }
}
