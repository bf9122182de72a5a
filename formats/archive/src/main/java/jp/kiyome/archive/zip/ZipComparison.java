package jp.kiyome.archive.zip;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.kiyome.archive.ArchiveWriter;
import jp.kiyome.archive.NewMember;
import jp.kiyome.archive.Style;
import jp.kiyome.archive.stream.ComparingStream;
import jp.kiyome.container.zip.ZipEntry;
import jp.kiyome.container.zip.ZipRecords;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;

/**
 * Compares what would be written with an archive that was written before, without compressing: every record between the
 * members' bytes must be the one written there; the bytes themselves were decoded, checked and found clean before they come
 * here.
 */
final class ZipComparison implements ArchiveWriter {

    private final ZipReader reader;
    private final Content archive;
    private final Style style;
    private final Headers headers;
    private final Session session;
    private final ZipRecords records = ZipRecords.STANDARD;
    private final List<byte[]> directory = new ArrayList<>();
    private int next;
    private long position;

    ZipComparison(ZipReader reader, Content archive, Style style, Session session) {
        this.reader = reader;
        this.archive = archive;
        this.style = style;
        this.headers = new Headers(style.names(), style.password().isPresent());
        this.session = session;
    }

    @Override
    public void folder(NewMember member) {
        header(entry(member), headers.folder(member));
    }

    @Override
    public void file(NewMember member, Content bytes) {
        ZipEntry entry = entry(member);
        // The CRC-32 was held against these bytes when they were read.
        Headers.Sizes sizes = new Headers.Sizes(entry.crc32(), entry.compressedSize(), bytes.size());
        header(entry, headers.file(member, sizes));
        if (style.password().isPresent()) {
            byte[] salt = MemberLock.salt(bytes, style.password().get(), session);
            byte[] there = Unlocking.bytes(archive, position, salt.length);
            if (!Arrays.equals(salt, there)) {
                throw new OutputNotClean("another salt would be written: " + member.path());
            }
        }
        position += entry.compressedSize();
    }

    private ZipEntry entry(NewMember member) {
        if (next == reader.entries().entries().size()) {
            throw new OutputNotClean("a member is missing: " + member.path());
        }
        return reader.entries().entries().get(next++);
    }

    private void header(ZipEntry there, ZipRecords.Entry wanted) {
        if (there.headerAt() != position) {
            throw new OutputNotClean("not where it belongs: " + there.shown());
        }
        directory.add(records.centralHeader(wanted, position));
        byte[] local = records.localHeader(wanted);
        expect(local);
        if (there.dataAt() != position) {
            throw new OutputNotClean("not the header that is written: " + there.shown());
        }
    }

    private void expect(byte[] bytes) {
        if (bytes.length > archive.size() - position) {
            throw new OutputNotClean("a record is missing at " + position);
        }
        new ComparingStream(archive.slice(position, bytes.length)).write(bytes, 0, bytes.length);
        position += bytes.length;
    }

    @Override
    public void finish() throws IOException {
        long start = position;
        directory.forEach(this::expect);
        expect(records.endRecords(directory.size(), start, position - start));
        if (position != archive.size()) {
            throw new OutputNotClean("bytes behind the archive at " + position);
        }
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
