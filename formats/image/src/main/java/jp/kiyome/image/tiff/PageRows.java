package jp.kiyome.image.tiff;

import java.util.Arrays;
import java.util.function.Consumer;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.Refused;

/**
 * Decodes a page row by row: strips or tiles, planes merged, differences undone, 16-bit samples low byte first, unused bits 0. Holds
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
        int planeBytes = bytes(page.width(), samples);
        byte[] row = new byte[rowBytes];
        byte[] plane = new byte[planeBytes];
        for (int band = 0; band < layout.down(page.height()); band++) {
            StripBytes[] planes = open(band, layout.down(page.height()));
            int rows = Math.min(layout.tileHeight(), page.height() - band * layout.tileHeight());
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
        int tileBytes = bytes(layout.tileWidth(), samples);
        if ((long) rowBytes * layout.tileHeight() > MAX_BAND_BYTES) {
            throw Refused.tooLarge("TIFF with a row of tiles of " + layout.tileHeight() + " rows");
        }
        byte[] band = new byte[rowBytes * layout.tileHeight()];
        byte[] part = new byte[tileBytes];
        for (int first = 0, top = 0; first < tiles; first += across, top += layout.tileHeight()) {
            for (int column = 0; column < across; column++) {
                StripBytes[] planes = open(first + column, tiles);
                int left = column * layout.tileWidth();
                int visible = Math.min(layout.tileWidth(), page.width() - left);
                for (int i = 0; i < planes.length; i++) {
                    for (int y = 0; y < layout.tileHeight(); y++) {
                        session.budget().checkTime();
                        planes[i].read(part, 0, tileBytes);
                        finish(part, 0, layout.tileWidth(), samples);
                        merge(part, left, band, y * rowBytes, visible, i, samples);
                    }
                }
                close(planes);
            }
            for (int y = 0; y < Math.min(layout.tileHeight(), page.height() - top); y++) {
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

    private int bytes(int pixels, int samples) {
        return (int) (((long) pixels * samples * page.bits() + 7) / 8);
    }

    /** Brings 16-bit samples into our byte order and undoes the differences of section 14. */
    private void finish(byte[] row, int from, int pixels, int samples) {
        int length = bytes(pixels, samples);
        if (page.bits() == 16 && file.bigEndian()) {
            for (int i = from; i < from + length; i += 2) {
                byte high = row[i];
                row[i] = row[i + 1];
                row[i + 1] = high;
            }
        }
        if (predictor == 2) {
            Differences.undo(row, from, length, samples, page.bits());
        }
    }

    private void merge(byte[] part, int left, byte[] row, int rowStart, int pixels, int plane, int samples) {
        if (layout.planes() == 1) {
            int bits = page.samples() * page.bits();
            int at = (int) ((long) left * bits / 8);
            if ((long) left * bits % 8 != 0) {
                throw Refused.unsupported("TIFF tiles that end inside a byte");
            }
            System.arraycopy(part, 0, row, rowStart + at, Math.min(bytes(pixels, samples), rowBytes - at));
            return;
        }
        int size = page.bits() / 8;
        int step = page.samples() * size;
        for (int x = 0, to = rowStart + left * step + plane * size; x < pixels; x++, to += step) {
            System.arraycopy(part, x * size, row, to, size);
        }
    }

    private byte[] cleared(byte[] row) {
        int used = (int) ((long) page.width() * page.samples() * page.bits() - (rowBytes - 1) * 8L);
        row[rowBytes - 1] &= (byte) (0xFF00 >> used);
        return row;
    }
}
