package jp.kiyome.archive.lha;

import java.io.OutputStream;
import jp.kiyome.archive.ArchiveWriter;
import jp.kiyome.archive.NewMember;
import jp.kiyome.archive.Style;
import jp.kiyome.archive.block.DosTime;
import jp.kiyome.archive.lha.HeaderWriter.Facts;
import jp.kiyome.container.lh5.LzhEncoder;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;

/**
 * Writes an LHA archive: members as -lh5-, or as they are where that is not smaller, under canonical headers.
 *
 * <p>Not thread-safe. An {@link java.io.IOException} of the stream comes as an {@link java.io.UncheckedIOException}.
 */
final class LhaWriter implements ArchiveWriter {

    /** What four bytes can say, less what level 1 adds to it. */
    private static final long MOST = 0xFFFFFFFFL - 0xFFFF;

    private static final byte[] NO_NAME = {};

    private final ByteTarget out;
    private final Style style;
    private final Session session;
    private boolean empty = true;

    LhaWriter(OutputStream out, Style style, Session session) {
        this.out = ByteTarget.of(out);
        this.style = style;
        this.session = session;
    }

    @Override
    public void folder(NewMember member) {
        put(new Facts(Method.DIRECTORY, 0, 0, 0, encoded(member.path() + "/"), NO_NAME, time(member)));
    }

    /**
     * Packs a file.
     *
     * @throws Refusal when it is too large for the four bytes that say so
     */
    @Override
    public void file(NewMember member, Content bytes) {
        if (bytes.size() > MOST) {
            throw Refusal.of("lzh.too-large", Location.ofPart(member.path()), bytes.size() + " bytes");
        }
        if (member.stored()) {
            write(member, bytes, Method.STORED, bytes);
        } else {
            session.piece(own -> pack(member, bytes, own));
        }
    }

    private void pack(NewMember member, Content bytes, Session own) {
        Sink sink = own.scratch();
        LzhEncoder.encode(bytes.stream(), sink::write);
        Content packed = sink.finish();
        boolean smaller = packed.size() < bytes.size();
        write(member, bytes, smaller ? Method.LH5 : Method.STORED, smaller ? packed : bytes);
    }

    private void write(NewMember member, Content bytes, Method method, Content packed) {
        Crc16 crc = new Crc16();
        ByteTarget summed = crc::update;
        summed.pass(bytes);
        int slash = member.path().lastIndexOf('/') + 1;
        put(new Facts(
                method,
                packed.size(),
                bytes.size(),
                (int) crc.getValue(),
                encoded(member.path().substring(0, slash)),
                encoded(member.path().substring(slash)),
                time(member)));
        out.pass(packed);
    }

    private void put(Facts facts) {
        empty = false;
        byte[] header = HeaderWriter.header(style.variant(), facts);
        out.write(header, 0, header.length);
    }

    private byte[] encoded(String path) {
        return path.getBytes(style.names());
    }

    private long time(NewMember member) {
        return style.variant() < 2 ? DosTime.write(member.time()) : DosTime.unix(member.time());
    }

    /**
     * Ends the archive.
     *
     * @throws Refusal when there is no member: then nothing would show that it is an archive
     */
    @Override
    public void finish() {
        if (empty) {
            throw Refusal.of("lzh.empty", Location.wholeFile(), "");
        }
        out.write(new byte[1], 0, 1);
    }

    @Override
    public void close() {}
}
