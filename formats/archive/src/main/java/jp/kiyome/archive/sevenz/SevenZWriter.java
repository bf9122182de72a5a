package jp.kiyome.archive.sevenz;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import jp.kiyome.archive.ArchiveWriter;
import jp.kiyome.archive.NewMember;
import jp.kiyome.archive.Style;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import org.tukaani.xz.FinishableWrapperOutputStream;
import org.tukaani.xz.LZMA2Options;

/**
 * Writes a 7z archive: all files in one folder (solid), compressed with LZMA2, encrypted with AES-256 where there is a
 * password. What is packed waits in a temp file, for the archive begins with where it ends.
 */
final class SevenZWriter implements ArchiveWriter {

    /** A window of 4 MiB, some 50 MiB of memory. */
    private static final int PRESET = 4;

    /** How the coder's properties say 4 MiB: {@code 2 << (property / 2 + 11)}. */
    private static final int WINDOW_PROPERTY = 20;

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final Optional<String> password;
    private final boolean lockedHeader;
    private final Session session;
    private final Sink spool;
    private final OutputStream packer;
    private final List<Written> members = new ArrayList<>();

    SevenZWriter(OutputStream out, Style style, Session session) {
        this.out = out;
        this.password = style.password();
        this.lockedHeader = style.password().isPresent() && style.variant() == SevenZReader.LOCKED_HEADER;
        this.session = session;
        this.spool = session.scratch();
        try {
            this.packer = new LZMA2Options(PRESET).getOutputStream(new FinishableWrapperOutputStream(spool));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void folder(NewMember member) {
        members.add(new Written(member, true, 0, 0));
    }

    @Override
    public void file(NewMember member, Content bytes) throws IOException {
        CRC32 crc = new CRC32();
        byte[] buffer = new byte[Math.clamp(bytes.size(), 1, BUFFER)];
        try (InputStream in = bytes.stream()) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                session.budget().checkTime();
                crc.update(buffer, 0, read);
                packer.write(buffer, 0, read);
            }
        }
        members.add(new Written(member, false, bytes.size(), crc.getValue()));
    }

    @Override
    public void finish() throws IOException {
        packer.close();
        Content compressed = spool.finish();
        boolean streams = members.stream().anyMatch(Written::hasStream);
        if (password.isEmpty()) {
            Content packed = streams ? compressed : HeapContent.of(new byte[0]);
            write(packed, HeaderWriter.header(members, packed(packed, compressed, Optional.empty())));
            return;
        }
        Lock lock = new Lock(password.get(), compressed, session.budget());
        Sink locked = session.scratch();
        if (streams) {
            lock.encrypt(lock.files(), compressed, locked);
        }
        long filesEnd = locked.position();
        byte[] header = HeaderWriter.header(members, packedAs(filesEnd, compressed, Optional.of(lock.files())));
        if (lockedHeader && !members.isEmpty()) {
            SevenZKey key = lock.header(header);
            lock.encrypt(key, HeapContent.of(header), locked);
            header = HeaderWriter.encoded(filesEnd, locked.position() - filesEnd, header, key);
        }
        write(locked.finish(), header);
    }

    private static HeaderWriter.Packed packed(Content packed, Content compressed, Optional<SevenZKey> key) {
        return packedAs(packed.size(), compressed, key);
    }

    private static HeaderWriter.Packed packedAs(long packed, Content compressed, Optional<SevenZKey> key) {
        return new HeaderWriter.Packed(packed, compressed.size(), WINDOW_PROPERTY, key);
    }

    private void write(Content packed, byte[] header) throws IOException {
        byte[] told = members.isEmpty() ? new byte[0] : header;
        out.write(Signature.written(packed.size(), told));
        try (InputStream in = packed.stream()) {
            in.transferTo(out);
        }
        out.write(told);
    }

    @Override
    public void close() {
        // The packer holds nothing but heap.
    }
}
