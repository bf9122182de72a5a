package jp.kiyome.container.zip;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;

/**
 * Writes an archive in the one form of {@link CanonicalRecords}. Members are compressed as they come and put in order at the
 * end, so a part that describes the others can be made last and stand first. A member told to be {@link Storage#DEFLATED}
 * is, even where that saves nothing: how it stands in the archive is the caller's word alone.
 *
 * <p>The same members in the same order with the same level give the same bytes on the same Java runtime, however they
 * were cut into writes.
 */
public final class WrittenZip implements ZipOutput {

    private static final int COPIED = 1 << 16;

    private final Sink out;
    private final Sink spool;
    private final MemberCompressor compressor;
    private final CanonicalRecords records;
    private final OneMemberAtATime rules = new OneMemberAtATime();
    private final Map<String, ZipMember> spooled = new HashMap<>();

    /**
     * @param out takes the archive, from its present position on; must be empty for the archive to be one
     * @param spool takes the compressed members until the order is known
     * @param level of {@link java.util.zip.Deflater}, 1 to 9
     */
    public WrittenZip(Sink out, Sink spool, int level) {
        this(out, spool, level, CanonicalRecords.STANDARD);
    }

    WrittenZip(Sink out, Sink spool, int level, CanonicalRecords records) {
        this.out = out;
        this.spool = spool;
        this.compressor = new MemberCompressor(spool, level);
        this.records = records;
    }

    @Override
    public OutputStream member(String name, Storage storage) {
        rules.begin(name);
        return compressor.begin(name, storage, member -> {
            spooled.put(name, member);
            rules.end();
        });
    }

    @Override
    public InputStream source(ZipMember member, InputStream in) {
        return in;
    }

    @Override
    public void finish(List<String> order) {
        rules.finish(order);
        Content data = spool.finish();
        List<ZipMember> placed = new ArrayList<>(order.size());
        for (String name : order) {
            placed.add(place(Objects.requireNonNull(spooled.get(name)), data));
        }
        long directory = out.position();
        placed.forEach(member -> write(records.centralHeader(member)));
        write(records.endRecords(placed.size(), new Span(directory, out.position() - directory)));
        close();
    }

    private ZipMember place(ZipMember member, Content data) {
        long at = out.position();
        write(records.localHeader(member));
        long dataAt = out.position();
        copy(data.slice(member.dataAt(), member.compressedSize()));
        return member.movedTo(at, dataAt);
    }

    private void copy(Content data) {
        byte[] buffer = new byte[(int) Math.min(COPIED, data.size())];
        for (long at = 0; at < data.size(); at += buffer.length) {
            int count = (int) Math.min(buffer.length, data.size() - at);
            data.copy(at, buffer, 0, count);
            out.write(buffer, 0, count);
        }
    }

    private void write(byte[] bytes) {
        out.write(bytes, 0, bytes.length);
    }

    @Override
    public void close() {
        compressor.close();
    }
}
