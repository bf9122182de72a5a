package jp.kiyome.image.metafile;

import jp.kiyome.core.content.Content;
import jp.kiyome.image.stream.ByteWriter;

/** A typed part of a record, ready to be written. */
sealed interface Piece {

    long size();

    /** Numbers of one width, shared with the draft until the record is written: offsets and sizes are filled in last. */
    final class Numbers implements Piece {
        private final int bytes;
        private final int[] values;

        /** @param bytes each: 1, 2 or 4 */
        Numbers(int bytes, int[] values) {
            this.bytes = bytes;
            this.values = values;
        }

        @Override
        public long size() {
            return (long) bytes * values.length;
        }

        byte[] written() {
            ByteWriter out = new ByteWriter();
            for (int value : values) {
                switch (bytes) {
                    case 1 -> out.u8(value);
                    case 2 -> out.u16le(value);
                    default -> out.u32le(value);
                }
            }
            return out.toByteArray();
        }
    }

    /** What another rebuilder wrote. */
    record Rebuilt(Content content) implements Piece {
        @Override
        public long size() {
            return content.size();
        }
    }
}
