package jp.kiyome.docuworks.file;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.container.lh5.LzhEncoder;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.docuworks.element.Elements;
import jp.kiyome.docuworks.element.Numbers;

/** Writes a file as one that was saved once: header, one segment with entries, properties, trailer. Stateless. */
public final class XdwWriter {

    private static final int OLD_GENERATION = 7;

    /**
     * One entry.
     *
     * @param picture whether it is a picture that a drawing shows, which the trailer checks too
     */
    public record Entry(Content body, boolean picture) {

        byte[] head() {
            byte[] check = new Elements().number(0x81, Numbers.check(body)).toArray();
            byte[] inner = Elements.head(0x80, 2, body.size());
            long size = check.length + (long) inner.length + body.size();
            return new Elements()
                    .raw(Elements.head(0x60, 4, size))
                    .raw(check)
                    .raw(inner)
                    .toArray();
        }
    }

    private XdwWriter() {}

    public static void write(int generation, int kind, List<Entry> entries, byte[] tree, Session session, Sink out) {
        byte[] header = new Elements()
                .number(0x82, generation)
                .number(0x80, kind)
                .add(0x83, new byte[] {1, 0x0D, 0x0A, 1})
                .toArray();
        byte[] first = new Elements().add(0x60, header).toArray();
        Content packed = packed(HeapContent.of(tree), session);
        List<byte[]> heads = new ArrayList<>();
        long body = 0;
        for (Entry entry : entries) {
            byte[] head = entry.head();
            heads.add(head);
            body += head.length + entry.body().size();
        }
        byte[] blockHead = Elements.head(0x60, 3, packed.size());
        long beforeTrailer = body + blockHead.length + packed.size();
        int trailerSize = trailer(generation, entries, new long[entries.size()], tree.length, packed).length;
        long segment = beforeTrailer + trailerSize;
        byte[] segmentHead = Elements.head(0x60, 1, segment);
        long at = (long) first.length + segmentHead.length;
        if (at + segment > 0xFFFF_FFFFL) {
            throw Refusal.of("docuworks.damaged", "too large");
        }
        write(first, out);
        write(segmentHead, out);
        long[] offsets = new long[entries.size()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = at;
            write(heads.get(i), out);
            ((ByteTarget) out::write).pass(entries.get(i).body());
            at += heads.get(i).length + entries.get(i).body().size();
        }
        write(blockHead, out);
        ((ByteTarget) out::write).pass(packed);
        write(trailer(generation, entries, offsets, tree.length, packed), out);
    }

    /** Packs as -lh5-. */
    public static Content packed(Content plain, Session session) {
        Sink sink = session.scratch();
        LzhEncoder.encode(plain.stream(), sink::write);
        return sink.finish();
    }

    private static byte[] trailer(int generation, List<Entry> entries, long[] offsets, long size, Content packed) {
        Elements fields = new Elements().number(0x80, entries.size());
        byte[] places = new byte[4 * offsets.length];
        Elements checks = new Elements();
        for (int i = 0; i < offsets.length; i++) {
            System.arraycopy(word(offsets[i]), 0, places, 4 * i, 4);
            if (entries.get(i).picture()) {
                checks.raw(word(i)).raw(word(Numbers.check(entries.get(i).body())));
            }
        }
        if (places.length > 0) {
            fields.add(0x81, places);
        }
        byte[] pictures = checks.toArray();
        if (pictures.length > 0) {
            fields.add(0x8D, pictures);
        }
        fields.number(0x82, 0).number(0x83, size).number(0x84, packed.size()).number(0x85, Numbers.check(packed));
        long length = fields.toArray().length + 6L;
        fields.add(0x86, word(length));
        return new Elements()
                .add(generation <= OLD_GENERATION ? 0x65 : 0x68, fields.toArray())
                .toArray();
    }

    private static byte[] word(long value) {
        return new byte[] {(byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)};
    }

    private static void write(byte[] bytes, Sink out) {
        out.write(bytes, 0, bytes.length);
    }
}
