package jp.kiyome.image.bmp;

import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.AllowList;
import jp.kiyome.image.stream.ByteReader;
import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Refused;
import jp.kiyome.image.stream.Removed;

/** Reads the headers of a BMP file in any of their seven forms. One reader, one file. */
final class BmpReader {

    static final AllowList ALLOWED = AllowList.beside(BmpReader.class, "bmp.allow");

    private static final int FILE_HEADER = 14;
    private static final int CORE = 12;
    private static final int INFO = 40;
    private static final int V4 = 108;
    private static final int V5 = 124;
    private static final int MAX_OS2 = 64;

    private final ByteReader in;
    private final Session session;
    private int size;
    private int width;
    private int height;
    private int bits;
    private int compression;
    private int xResolution;
    private int yResolution;
    private long coloursUsed;
    private Masks masks = Masks.RGB888;

    BmpReader(Content content, Session session) {
        this.in = new ByteReader(content);
        this.session = session;
    }

    BmpHeader read() {
        if (in.remaining() < FILE_HEADER + CORE || in.u16le() != 0x4D42) {
            throw Refused.damaged("BMP without its signature");
        }
        in.skip(8);
        long pixels = in.u32le();
        size = in.i32le();
        if (size == CORE) {
            readCore();
        } else if (size == 16 || (size >= INFO && size <= MAX_OS2) || size == V4 || size == V5) {
            readInfo();
        } else {
            throw Refused.damaged("BMP header of " + size + " bytes");
        }
        if (width < 1 || height == 0 || height == Integer.MIN_VALUE) {
            throw Refused.damaged("BMP of " + width + "x" + height);
        }
        session.budget().pixels(width, Math.abs(height));
        BmpHeader.Packing packing = packing();
        Bytes palette = bits <= 8 ? palette(pixels) : Bytes.none();
        long behindHeaders = in.position();
        if (pixels > behindHeaders) {
            session.found(Removed.from("image.gap", "offset " + behindHeaders));
        } else if (pixels < behindHeaders && pixels != 0) {
            throw Refused.damaged("BMP whose pixels begin inside the headers");
        }
        long start = Math.max(pixels, behindHeaders);
        return new BmpHeader(
                width, Math.abs(height), height < 0, bits, packing, xResolution, yResolution, masks, palette, start);
    }

    private void readCore() {
        width = in.u16le();
        height = in.u16le();
        in.skip(2);
        bits = in.u16le();
    }

    private void readInfo() {
        in.require(size - 4);
        long end = in.position() - 4 + size;
        width = in.i32le();
        height = in.i32le();
        in.skip(2);
        bits = in.u16le();
        if (size > 16) {
            compression = in.i32le();
            in.skip(4);
            xResolution = Math.max(0, in.i32le());
            yResolution = Math.max(0, in.i32le());
            coloursUsed = in.u32le();
            in.skip(4);
        }
        boolean separateMasks = size == INFO && (compression == 3 || compression == 6);
        if ((size >= 52 && size != MAX_OS2) || separateMasks) {
            boolean alpha = size >= 56 || compression == 6;
            readMasks(alpha);
        }
        if (size >= V4) {
            readColourSpace();
        }
        if (!separateMasks) {
            in.seek(end);
        }
    }

    private void readMasks(boolean alpha) {
        Masks read = new Masks(in.i32le(), in.i32le(), in.i32le(), alpha ? in.i32le() : 0);
        if (compression == 3 || compression == 6) {
            masks = read;
        }
    }

    /** [MS-WMF] 2.1.1.14: which colour space the V4 and V5 headers name. */
    private void readColourSpace() {
        switch (in.i32le()) {
            case 0x4C494E4B ->
                session.found(Removed.from(ALLOWED.entry("PROFILE_LINKED").argument(), "BITMAPV5HEADER"));
            case 0x4D424544 ->
                session.found(Removed.from(ALLOWED.entry("PROFILE_EMBEDDED").argument(), "BITMAPV5HEADER"));
            case 0 -> {
                byte[] endpoints = in.bytes(48);
                for (byte value : endpoints) {
                    if (value != 0) {
                        session.found(
                                Removed.from(ALLOWED.entry("CalibratedRgb").argument(), "BITMAPV4HEADER"));
                        return;
                    }
                }
            }
            default -> {}
        }
    }

    private BmpHeader.Packing packing() {
        boolean os2 = size == MAX_OS2 || size == 16;
        boolean indexed = bits == 1 || bits == 2 || bits == 4 || bits == 8;
        boolean fields = bits == 16 || bits == 32;
        return switch (compression) {
            case 0 -> {
                if (!indexed && !fields && bits != 24) {
                    throw Refused.unsupported("BMP of " + bits + " bits a pixel");
                }
                masks = bits == 16 ? Masks.RGB555 : Masks.RGB888;
                yield BmpHeader.Packing.NONE;
            }
            case 1 -> runLength(8, BmpHeader.Packing.RLE8);
            case 2 -> runLength(4, BmpHeader.Packing.RLE4);
            case 3, 6 -> {
                if (os2 || !fields) {
                    throw Refused.unsupported(
                            "BMP: " + ALLOWED.entry("OS2_HUFFMAN").argument());
                }
                masks.checked(bits);
                yield BmpHeader.Packing.NONE;
            }
            default -> throw Refused.unsupported("BMP compression " + compression);
        };
    }

    private BmpHeader.Packing runLength(int needed, BmpHeader.Packing packing) {
        if (bits != needed || height < 0) {
            throw Refused.damaged("BMP run lengths of " + bits + " bits, or from the top");
        }
        return packing;
    }

    /** Too large a count is cut at the pixels' start, as viewers do. */
    private Bytes palette(long pixels) {
        int entrySize = size == CORE ? 3 : 4;
        long room = pixels > in.position() ? (pixels - in.position()) / entrySize : Long.MAX_VALUE;
        long wanted = coloursUsed == 0 ? 1L << bits : Math.min(coloursUsed, 1L << bits);
        int count = (int) Math.min(wanted, room);
        in.require((long) count * entrySize);
        byte[] palette = new byte[count * 4];
        for (int i = 0; i < count; i++) {
            in.read(palette, 4 * i, 3);
            if (entrySize == 4) {
                in.skip(1);
            }
        }
        return Bytes.of(palette);
    }
}
