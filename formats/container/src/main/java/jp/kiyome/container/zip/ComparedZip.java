package jp.kiyome.container.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import jp.kiyome.core.spi.OutputNotClean;

/**
 * Compares what a handler would write with an archive that was written before, without compressing. Every difference in
 * members, their bytes, storage or order throws {@link OutputNotClean}. What stands between the members is for
 * {@link CanonicalZip}.
 */
public final class ComparedZip implements ZipOutput {

    private static final int BUFFER = 1 << 16;

    private final ZipArchive archive;
    private final OneMemberAtATime rules = new OneMemberAtATime();
    private final byte[] buffer = new byte[BUFFER];

    public ComparedZip(ZipArchive archive) {
        this.archive = archive;
    }

    @Override
    public OutputStream member(String name, Storage storage) {
        rules.begin(name);
        ZipMember member = archive.member(name).orElseThrow(() -> new OutputNotClean("a member is missing: " + name));
        if (member.storage() != storage) {
            throw new OutputNotClean("a member is " + member.storage() + ", not " + storage + ": " + name);
        }
        return new Comparison(name, archive.open(member));
    }

    @Override
    public void finish(List<String> order) {
        rules.finish(order);
        if (!order.equals(archive.members().stream().map(ZipMember::name).toList())) {
            throw new OutputNotClean("the members or their order differ");
        }
    }

    /** The archive stays open: it is the caller's. */
    @Override
    public void close() {
        // Holds nothing of its own.
    }

    private final class Comparison extends OutputStream {

        private final String name;
        private final InputStream written;
        private boolean closed;

        Comparison(String name, InputStream written) {
            this.name = name;
            this.written = written;
        }

        @Override
        public void write(int value) throws IOException {
            if (written.read() != (value & 0xFF)) {
                throw differs();
            }
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, source.length);
            for (int done = 0; done < length; ) {
                int wanted = Math.min(BUFFER, length - done);
                int count = written.readNBytes(buffer, 0, wanted);
                if (count != wanted || !Arrays.equals(buffer, 0, count, source, offset + done, offset + done + count)) {
                    throw differs();
                }
                done += count;
            }
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            try (written) {
                if (written.read() >= 0) {
                    throw differs();
                }
            }
            rules.end();
        }

        private OutputNotClean differs() {
            return new OutputNotClean("another content would be written: " + name);
        }
    }
}
