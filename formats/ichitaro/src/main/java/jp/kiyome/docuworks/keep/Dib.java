package jp.kiyome.docuworks.keep;

import java.util.Optional;
import java.util.Set;
import jp.kiyome.container.packed.ByteTarget;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import jp.kiyome.docuworks.file.XdwFile;
import jp.kiyome.docuworks.file.XdwWriter;

/**
 * Pictures as Windows draws them: a header with its colours, four numbers, and the bits packed. It goes the way of pictures as a BMP file.
 *
 * @param session of the document
 */
record Dib(Session session) {

    private static final int FILE_HEADER = 14;
    private static final int NUMBERS = 16;
    private static final int LEAST_HEADER = 40;

    Optional<Content> rebuilt(Content data, long head) {
        if (head < LEAST_HEADER || head > data.size() - NUMBERS || data.littleEndian(head, 4) != 1) {
            return Optional.empty();
        }
        long stored = data.littleEndian(head + 4, 4);
        long size = data.littleEndian(head + 8, 4);
        if (stored > data.size() - head - NUMBERS) {
            return Optional.empty();
        }
        Content bits = XdwFile.unpack(data.slice(head + NUMBERS, stored), size, session, "picture");
        Sink bmp = session.scratch();
        bmp.write('B');
        bmp.write('M');
        word(bmp, FILE_HEADER + head + size);
        word(bmp, 0);
        word(bmp, FILE_HEADER + head);
        pass(data.slice(0, head), bmp);
        pass(bits, bmp);
        return switch (session.child("picture.bmp", bmp.finish(), Set.of("bmp"))) {
            case Nested.Clean clean -> Optional.of(packed(clean.content()));
            case Nested.Refused refused -> Optional.empty();
        };
    }

    private Content packed(Content bmp) {
        long at = bmp.littleEndian(10, 4);
        Content bits = bmp.slice(at, bmp.size() - at);
        Content packed = XdwWriter.packed(bits, session);
        Sink out = session.scratch();
        pass(bmp.slice(FILE_HEADER, at - FILE_HEADER), out);
        word(out, 1);
        word(out, packed.size());
        word(out, bits.size());
        word(out, Math.abs((int) bmp.littleEndian(FILE_HEADER + 8, 4)));
        pass(packed, out);
        return out.finish();
    }

    /** How long the header with its colours is, in what {@link #rebuilt} gives. */
    static long head(Content data) {
        long header = data.littleEndian(0, 4);
        int bits = (int) data.littleEndian(14, 2);
        long colours = data.littleEndian(32, 4);
        boolean masks = header == LEAST_HEADER && data.littleEndian(16, 4) == 3;
        long most = bits <= 8 ? 1L << bits : 0;
        return header + 4 * (colours > 0 ? colours : most) + (masks ? 12 : 0);
    }

    private static void pass(Content content, Sink out) {
        ((ByteTarget) out::write).pass(content);
    }

    private static void word(Sink out, long value) {
        for (int i = 0; i < 4; i++) {
            out.write((int) (value >> 8 * i));
        }
    }
}
