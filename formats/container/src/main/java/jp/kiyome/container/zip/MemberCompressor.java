package jp.kiyome.container.zip;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import jp.kiyome.core.content.Sink;

/** Stores or deflates member after member into a spool, with one deflater and fixed buffers. */
final class MemberCompressor implements AutoCloseable {

    private static final int BUFFER = 1 << 16;

    private final Sink spool;
    private final Deflater deflater;
    private final byte[] gathered = new byte[BUFFER];
    private final byte[] deflated = new byte[BUFFER];

    MemberCompressor(Sink spool, int level) {
        this.spool = spool;
        this.deflater = new Deflater(level, true);
    }

    /** @param ended takes the member when its stream is closed; its offset is that of its bytes in the spool */
    OutputStream begin(String name, Storage storage, Consumer<ZipMember> ended) {
        deflater.reset();
        return new MemberSink(name, storage, ended);
    }

    @Override
    public void close() {
        deflater.end();
    }

    private final class MemberSink extends OutputStream {

        private final String name;
        private final Storage storage;
        private final Consumer<ZipMember> ended;
        private final long start = spool.position();
        private final CRC32 crc = new CRC32();
        private long size;
        private int used;
        private boolean closed;

        MemberSink(String name, Storage storage, Consumer<ZipMember> ended) {
            this.name = name;
            this.storage = storage;
            this.ended = ended;
        }

        @Override
        public void write(int value) throws IOException {
            requireOpen();
            if (used == BUFFER) {
                drain();
            }
            gathered[used++] = (byte) value;
        }

        /** Gathers whole buffers, so that what comes out does not depend on how the caller cut it. */
        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, source.length);
            requireOpen();
            for (int done = 0; done < length; ) {
                if (used == BUFFER) {
                    drain();
                }
                int count = Math.min(length - done, BUFFER - used);
                System.arraycopy(source, offset + done, gathered, used, count);
                used += count;
                done += count;
            }
        }

        @Override
        public void close() {
            if (closed) {
                return;
            }
            closed = true;
            drain();
            if (storage == Storage.DEFLATED) {
                deflater.finish();
                pump();
            }
            long compressed = spool.position() - start;
            ended.accept(new ZipMember(name, storage, compressed, size, crc.getValue(), 0, start));
        }

        private void drain() {
            crc.update(gathered, 0, used);
            size += used;
            switch (storage) {
                case STORED -> spool.write(gathered, 0, used);
                case DEFLATED -> {
                    deflater.setInput(gathered, 0, used);
                    pump();
                }
            }
            used = 0;
        }

        private void pump() {
            for (int count = deflater.deflate(deflated); count > 0; count = deflater.deflate(deflated)) {
                spool.write(deflated, 0, count);
            }
        }

        private void requireOpen() throws IOException {
            if (closed) {
                throw new IOException("the member has ended");
            }
        }
    }
}
