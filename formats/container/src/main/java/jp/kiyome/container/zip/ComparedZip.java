package jp.kiyome.container.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import jp.kiyome.core.spi.OutputNotClean;
import org.jspecify.annotations.Nullable;

/**
 * Compares what a handler would write with an archive that was written before, without compressing. Every difference in
 * members, their bytes, storage or order throws {@link OutputNotClean}. What stands between the members is for
 * {@link CanonicalZip}.
 */
public final class ComparedZip implements ZipOutput {

    private static final int BUFFER = 1 << 16;

    private final ZipArchive archive;
    private final OneMemberAtATime rules = new OneMemberAtATime();
    private byte[] buffer = new byte[0];
    private @Nullable Comparison open;

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
        open = new Comparison(member);
        return open;
    }

    @Override
    public InputStream source(ZipMember member, InputStream in) {
        return open != null && open.member.equals(member) ? open.along(in) : in;
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

        private final ZipMember member;
        private @Nullable InputStream written;
        private @Nullable ReadAlong along;
        private boolean closed;

        Comparison(ZipMember member) {
            this.member = member;
        }

        /** Compares with what is read through the stream from here on. */
        InputStream along(InputStream in) {
            if (written != null || along != null) {
                return in;
            }
            along = new ReadAlong(in);
            return along;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, source.length);
            if (along == null) {
                compare(written(), source, offset, length);
            } else if (!along.next(source, offset, length)) {
                throw differs();
            }
        }

        private InputStream written() {
            InputStream opened = written;
            if (opened == null) {
                opened = archive.open(member);
                written = opened;
                buffer = buffer.length == 0 ? new byte[BUFFER] : buffer;
            }
            return opened;
        }

        private void compare(InputStream opened, byte[] source, int offset, int length) throws IOException {
            for (int done = 0; done < length; ) {
                int wanted = Math.min(BUFFER, length - done);
                int count = opened.readNBytes(buffer, 0, wanted);
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
            open = null;
            if (along == null) {
                try (InputStream opened = written()) {
                    if (opened.read() >= 0) {
                        throw differs();
                    }
                }
            } else if (!along.finished()) {
                throw differs();
            }
            rules.end();
        }

        private OutputNotClean differs() {
            return new OutputNotClean("another content would be written: " + member.name());
        }
    }
}
