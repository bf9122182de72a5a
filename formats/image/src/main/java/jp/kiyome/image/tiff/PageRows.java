package jp.kiyome.image.tiff;

import java.util.Arrays;
import java.util.function.Consumer;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.Refused;

/**
 * Decodes a page row by row: strips or tiles, planes merged, differences undone, samples of whole bytes low byte first, unused bits 0. Holds
 * one row of tiles. Not for sharing.
 */
final class PageRows {

    private static final long MAX_BAND_BYTES = 64L << 20;

    private final FileBytes file;
    private final Page page;
    private final Layout layout;
    private final int predictor;
    private final int rowBytes;

    PageRows(FileBytes file, Page page, Layout layout) {
        this.file = file;
        this.page = page;
        this.layout = layout;
        this.predictor = page.predictor();
        this.rowBytes = page.rowBytes();
    }

    void forEach(Consumer<byte[]> out, Session session) {
        if (layout.tiled()) {
            tiles(out, session);
        } else {
            strips(out, session);
        }
    }

    private void strips(Consumer<byte[]> out, Session session) {
        int samples = page.samples() / layout.planes();
        int planeBytes = page.bytes(page.width(), samples);
        byte[] row = new byte[rowBytes];
        byte[] plane = new byte[planeBytes];
        for (int band = 0; band < layout.down(page.height()); band++) {
            StripBytes[] planes = open(band, layout.down(page.height()));
            int rows = units(Math.min(layout.tileHeight(), page.height() - band * layout.tileHeight()));
            for (int y = 0; y < rows; y++) {
                session.budget().checkTime();
                for (int i = 0; i < planes.length; i++) {
                    planes[i].read(plane, 0, planeBytes);
                    finish(plane, 0, page.width(), samples);
                    merge(plane, 0, row, 0, page.width(), i, samples);
                }
                out.accept(cleared(row));
            }
            close(planes);
        }
    }

    private void tiles(Consumer<byte[]> out, Session session) {
        int across = layout.across(page.width());
        int tiles = across * layout.down(page.height());
        int samples = page.samples() / layout.planes();
        int tileBytes = page.bytes(layout.tileWidth(), samples);
        int tileRows = units(layout.tileHeight());
        if ((long) rowBytes * tileRows > MAX_BAND_BYTES) {
            throw Refused.tooLarge("TIFF with a row of tiles of " + layout.tileHeight() + " rows");
        }
        byte[] band = new byte[rowBytes * tileRows];
        byte[] part = new byte[tileBytes];
        for (int first = 0, top = 0; first < tiles; first += across, top += layout.tileHeight()) {
            for (int column = 0; column < across; column++) {
                StripBytes[] planes = open(first + column, tiles);
                int left = column * layout.tileWidth();
                int visible = Math.min(layout.tileWidth(), page.width() - left);
                for (int i = 0; i < planes.length; i++) {
                    for (int y = 0; y < tileRows; y++) {
                        session.budget().checkTime();
                        planes[i].read(part, 0, tileBytes);
                        finish(part, 0, layout.tileWidth(), samples);
                        merge(part, left, band, y * rowBytes, visible, i, samples);
                    }
                }
                close(planes);
            }
            for (int y = 0; y < units(Math.min(layout.tileHeight(), page.height() - top)); y++) {
                out.accept(cleared(Arrays.copyOfRange(band, y * rowBytes, (y + 1) * rowBytes)));
            }
        }
    }

    /** The strip or tile of that index in each plane; {@code each} is how many a plane has. */
    private StripBytes[] open(int index, int each) {
        StripBytes[] planes = new StripBytes[layout.planes()];
        for (int i = 0; i < planes.length; i++) {
            int at = index + i * each;
            StripInput in = new StripInput(
                    file.range(layout.offsets().starts().get(at), layout.length(at)), layout.lowBitFirst());
            planes[i] = switch (layout.compression()) {
                case 1 -> in::read;
                case 2, 3, 4 -> new FaxBytes(in, layout.compression(), layout.t4Options(), layout.tileWidth());
                case 5 -> new LzwBytes(in);
                case 32773 -> new PackBitsBytes(in);
                default -> new InflatedBytes(in);
            };
        }
        return planes;
    }

    private static void close(StripBytes[] planes) {
        for (StripBytes plane : planes) {
            plane.close();
        }
    }

    private int units(int rows) {
        return (rows + page.unitHeight() - 1) / page.unitHeight();
    }

    /** Brings samples of whole bytes into our byte order and undoes the differences of section 14. */
    private void finish(byte[] row, int from, int pixels, int samples) {
        int length = page.bytes(pixels, samples);
        if (predictor == 3) {
            FloatDifferences.undo(row, from, length, samples, page.bits() / 8);
            return;
        }
        if (file.bigEndian() && page.bits() % 8 == 0) {
            Differences.reverse(row, from, length, page.bits() / 8);
        }
        if (predictor == 2) {
            Differences.undo(row, from, length, samples, page.bits());
        }
    }

    private void merge(byte[] part, int left, byte[] row, int rowStart, int pixels, int plane, int samples) {
        if (layout.planes() == 1) {
            long bits = (long) left / page.unitWidth() * page.unitBits(samples);
            int at = (int) (bits / 8);
            if (bits % 8 != 0 || left % page.unitWidth() != 0) {
                throw Refused.unsupported("TIFF tiles that end inside a byte");
            }
            System.arraycopy(part, 0, row, rowStart + at, Math.min(page.bytes(pixels, samples), rowBytes - at));
            return;
        }
        if (page.bits() % 8 != 0) {
            mergeBits(part, left, row, rowStart, pixels, plane);
            return;
        }
        int size = page.bits() / 8;
        int step = page.samples() * size;
        for (int x = 0, to = rowStart + left * step + plane * size; x < pixels; x++, to += step) {
            System.arraycopy(part, x * size, row, to, size);
        }
    }

    private void mergeBits(byte[] part, int left, byte[] row, int rowStart, int pixels, int plane) {
        int depth = page.bits();
        for (int x = 0; x < pixels; x++) {
            long to = ((long) (left + x) * page.samples() + plane) * depth;
            for (int bit = 0; bit < depth; bit++, to++) {
                int from = x * depth + bit;
                int value = part[from >> 3] >> 7 - (from & 7) & 1;
                int at = rowStart + (int) (to >> 3);
                int shift = 7 - (int) (to & 7);
                row[at] = (byte) (row[at] & ~(1 << shift) | value << shift);
            }
        }
    }

    private byte[] cleared(byte[] row) {
        if (page.unitWidth() * page.unitHeight() > 1) {
            return row;
        }
        int used = (int) ((long) page.width() * page.samples() * page.bits() - (rowBytes - 1) * 8L);
        row[rowBytes - 1] &= (byte) (0xFF00 >> used);
        return row;
    }
}
