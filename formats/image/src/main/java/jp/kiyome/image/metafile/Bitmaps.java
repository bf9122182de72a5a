package jp.kiyome.image.metafile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.ByteWriter;
import jp.kiyome.image.stream.Refused;

/**
 * Sends the bitmaps of one metafile the way of BMP files: a file header is put before each, the file is rebuilt, the header taken off
 * again. Bitmaps that begin with the highest row stay so. Not for sharing between threads.
 */
public final class Bitmaps {

    /** A bitmap, rebuilt: header with palette, and pixels. */
    public record Rebuilt(Content info, Content bits) {}

    /** Pictures in one metafile; more are a bomb. */
    private static final int MOST = 8_192;

    private static final int FILE_HEADER = 14;
    private static final int V4_HEADER = 108;
    private static final int BITFIELDS = 3;
    private static final int ALPHA = 0xFF000000;
    private static final int SRGB = 0x73524742;

    private final Session session;
    private int count;

    public Bitmaps(Session session) {
        this.session = session;
    }

    /** A name for the next picture inside the metafile. */
    public String next(String extension) {
        if (++count > MOST) {
            throw Refused.tooLarge("metafile with more than " + MOST + " pictures");
        }
        return "picture-" + count + "." + extension;
    }

    /**
     * Rebuilds one whose header and pixels stand apart.
     *
     * @param rows how many rows are there, 0 for all
     * @param alpha whether the fourth byte of a 32-bit pixel is transparency
     * @return empty when it is none, or refused
     */
    public Optional<Rebuilt> rebuild(Content info, Content bits, int rows, boolean alpha) {
        Dib dib = Dib.of(info);
        int stored = rows > 0 ? Math.min(rows, Math.abs(dib.height())) : Math.abs(dib.height());
        if (!dib.plausible() || rows < 0) {
            return Optional.empty();
        }
        boolean masked = alpha && dib.mayHaveAlpha();
        Content file = file(dib, info, bits, stored, masked);
        return switch (session.child(next("bmp"), file, Set.of("bmp"))) {
            case Nested.Clean(var type, var _, Content clean) -> Optional.of(unwrapped(clean, dib.height(), masked));
            case Nested.Refused refused -> Optional.empty();
        };
    }

    /** Rebuilds one whose pixels follow its palette. */
    public Optional<Rebuilt> rebuild(Content packed, int rows) {
        Dib dib = Dib.of(packed);
        if (!dib.plausible() || dib.infoSize() > packed.size()) {
            return Optional.empty();
        }
        Content bits = packed.slice(dib.infoSize(), packed.size() - dib.infoSize());
        return rebuild(packed.slice(0, dib.infoSize()), bits, rows, false);
    }

    /** Whether the pixels are numbers of palette entries. */
    public static boolean indexed(Content info) {
        return Dib.of(info).indexed();
    }

    private Content file(Dib dib, Content info, Content bits, int rows, boolean masked) {
        byte[] header = new byte[(int) Math.min(info.size(), dib.infoSize())];
        info.copy(0, header, 0, header.length);
        if (masked) {
            header = withAlpha(header);
        }
        byte[] height = new ByteWriter().u32le(rows).toByteArray();
        boolean core = dib.headerSize() < Dib.INFO_HEADER;
        System.arraycopy(height, 0, header, core ? 6 : 8, core ? 2 : 4);
        Sink file = session.scratch();
        ByteWriter head = new ByteWriter()
                .u16le(0x4D42)
                .u32le(FILE_HEADER + header.length + bits.size())
                .u32le(0)
                .u32le(FILE_HEADER + header.length)
                .bytes(header);
        file.write(head.toByteArray(), 0, head.size());
        copy(bits, file);
        return file.finish();
    }

    /** [MS-WMF] 2.2.2.4: the header that says which bits are transparency. */
    private static byte[] withAlpha(byte[] header) {
        byte[] first = new byte[16];
        System.arraycopy(header, 0, first, 0, 16);
        return new ByteWriter()
                .u32le(V4_HEADER)
                .bytes(Arrays.copyOfRange(first, 4, 16))
                .u32le(BITFIELDS)
                .bytes(Arrays.copyOfRange(header, 20, 32))
                .u32le(0)
                .u32le(0)
                .u32le(0xFF0000)
                .u32le(0xFF00)
                .u32le(0xFF)
                .u32le(ALPHA)
                .u32le(SRGB)
                .bytes(new byte[48])
                .toByteArray();
    }

    private static Rebuilt unwrapped(Content file, int height, boolean masked) {
        ByteReader in = new ByteReader(file);
        in.skip(10);
        long pixels = in.u32le();
        byte[] info = new byte[(int) (pixels - FILE_HEADER)];
        file.copy(FILE_HEADER, info, 0, info.length);
        if (masked) {
            info = Arrays.copyOf(info, Dib.INFO_HEADER);
            info[0] = Dib.INFO_HEADER;
            info[16] = 0;
        }
        System.arraycopy(new ByteWriter().u32le(height).toByteArray(), 0, info, 8, 4);
        return new Rebuilt(HeapContent.of(info), file.slice(pixels, file.size() - pixels));
    }

    private static void copy(Content content, OutputStream out) {
        try (InputStream in = content.stream()) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
