package jp.kiyome.archive.zip;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import jp.kiyome.archive.ArchiveWriter;
import jp.kiyome.archive.NewMember;
import jp.kiyome.archive.Style;
import jp.kiyome.container.zip.ZipRecords;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;

/** Writes a ZIP archive, one member compressed at a time. */
final class ZipWriter implements ArchiveWriter {

    /** Of {@link Deflater}: what people's archives have. */
    static final int LEVEL = 6;

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final Headers headers;
    private final Optional<String> password;
    private final Session session;
    private final ZipRecords records = ZipRecords.STANDARD;
    private final Deflater deflater = new Deflater(LEVEL, true);
    private final List<byte[]> directory = new ArrayList<>();
    private final byte[] plain = new byte[BUFFER];
    private final byte[] done = new byte[BUFFER];
    private long position;

    ZipWriter(OutputStream out, Style style, Session session) {
        this.out = out;
        this.headers = new Headers(style.names(), style.password().isPresent());
        this.password = style.password();
        this.session = session;
    }

    @Override
    public void folder(NewMember member) throws IOException {
        header(headers.folder(member));
    }

    @Override
    public void file(NewMember member, Content bytes) {
        session.piece(own -> {
            try {
                file(member, bytes, own);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void file(NewMember member, Content bytes, Session own) throws IOException {
        CRC32 crc = new CRC32();
        Content packed = member.stored() ? stored(bytes, crc) : deflated(bytes, crc, own);
        if (password.isPresent()) {
            packed = MemberLock.lock(packed, bytes, password.get(), own);
        }
        header(headers.file(member, new Headers.Sizes(crc.getValue(), packed.size(), bytes.size())));
        copy(packed);
    }

    private Content stored(Content bytes, CRC32 crc) throws IOException {
        try (InputStream in = bytes.stream()) {
            for (int read = in.read(plain); read > 0; read = in.read(plain)) {
                crc.update(plain, 0, read);
            }
        }
        return bytes;
    }

    private Content deflated(Content bytes, CRC32 crc, Session own) throws IOException {
        Sink packed = own.scratch();
        deflater.reset();
        try (InputStream in = bytes.stream()) {
            for (int read = in.readNBytes(plain, 0, BUFFER); read > 0; read = in.readNBytes(plain, 0, BUFFER)) {
                crc.update(plain, 0, read);
                deflater.setInput(plain, 0, read);
                pump(packed);
                own.budget().checkTime();
            }
        }
        deflater.finish();
        pump(packed);
        return packed.finish();
    }

    private void pump(Sink packed) {
        for (int count = deflater.deflate(done); count > 0; count = deflater.deflate(done)) {
            packed.write(done, 0, count);
        }
    }

    private void header(ZipRecords.Entry entry) throws IOException {
        directory.add(records.centralHeader(entry, position));
        write(records.localHeader(entry));
    }

    private void copy(Content bytes) throws IOException {
        try (InputStream in = bytes.stream()) {
            in.transferTo(out);
        }
        position += bytes.size();
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
    }

    @Override
    public void finish() throws IOException {
        long start = position;
        for (byte[] header : directory) {
            write(header);
        }
        write(records.endRecords(directory.size(), start, position - start));
    }

    @Override
    public void close() {
        deflater.end();
    }
}
