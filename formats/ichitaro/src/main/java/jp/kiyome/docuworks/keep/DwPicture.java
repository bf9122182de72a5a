package jp.kiyome.docuworks.keep;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;

/**
 * A picture in a record of a drawing: places and sizes of a header with its colours and of its bits, counted from the beginning of the metafile's
 * record. It goes the way of pictures as a BMP file.
 */
record DwPicture(Session session) {

    private static final int BEFORE = 12;
    private static final int HEAD = 20;
    private static final int FILE_HEADER = 14;

    Optional<byte[]> kept(Content record) {
        if (record.size() < HEAD) {
            return Optional.empty();
        }
        Optional<Content> info = part(record, 4);
        Optional<Content> bits = part(record, 12);
        if (info.isEmpty() || bits.isEmpty() || info.get().size() < 40) {
            return Optional.empty();
        }
        Sink bmp = session.scratch();
        bmp.write('B');
        bmp.write('M');
        word(FILE_HEADER + info.get().size() + bits.get().size(), bmp::write);
        word(0, bmp::write);
        word(FILE_HEADER + info.get().size(), bmp::write);
        ((ByteTarget) bmp::write).pass(info.get());
        ((ByteTarget) bmp::write).pass(bits.get());
        return switch (session.child("picture.bmp", bmp.finish(), Set.of("bmp"))) {
            case Nested.Clean clean -> Optional.of(record(clean.content()));
            case Nested.Refused refused -> Optional.empty();
        };
    }

    private static Optional<Content> part(Content record, int at) {
        long from = record.littleEndian(at, 4) - BEFORE;
        long size = record.littleEndian(at + 4, 4);
        boolean inside = from >= HEAD && size <= record.size() && from <= record.size() - size;
        return inside ? Optional.of(record.slice(from, size)) : Optional.empty();
    }

    private static byte[] record(Content bmp) {
        long head = bmp.littleEndian(10, 4) - FILE_HEADER;
        long bits = bmp.size() - FILE_HEADER - head;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'D', 'W', 'a', 0});
        word(BEFORE + HEAD, out::write);
        word(head, out::write);
        word(BEFORE + HEAD + head, out::write);
        word(bits, out::write);
        out.writeBytes(Drawing.bytes(bmp.slice(FILE_HEADER, bmp.size() - FILE_HEADER)));
        return out.toByteArray();
    }

    private static void word(long value, IntConsumer out) {
        for (int i = 0; i < 4; i++) {
            out.accept((int) (value >> 8 * i));
        }
    }
}
