package jp.kiyome.image.tiff;

import jp.kiyome.image.stream.Refused;

/**
 * How a page's samples lie in the input: strips are tiles as wide as the page.
 *
 * @param compression the input's number
 * @param t4Options TIFF 6.0 section 11
 * @param lowBitFirst FillOrder 2
 * @param planes 1, or as many as there are samples when each has its own tiles
 */
record Layout(
        int compression,
        int t4Options,
        boolean lowBitFirst,
        int planes,
        int tileWidth,
        int tileHeight,
        boolean tiled,
        Offsets offsets) {

    /** Offsets and byte counts of the tiles, row by row, plane by plane. */
    record Offsets(java.util.List<Long> starts, java.util.List<Long> lengths) {}

    static Layout of(Directory directory, int width, int height, int samples) {
        boolean tiled = directory.has(Tag.TILE_OFFSETS);
        long tileWidth = tiled ? directory.number(Tag.TILE_WIDTH, 0) : width;
        long tileHeight = tiled ? directory.number(Tag.TILE_HEIGHT, 0) : directory.number(Tag.ROWS_PER_STRIP, height);
        int planar = directory.small(Tag.PLANAR, 1);
        int fillOrder = directory.small(Tag.FILL_ORDER, 1);
        if (tileWidth < 1 || tileHeight < 1 || planar < 1 || planar > 2 || fillOrder < 1 || fillOrder > 2) {
            throw Refused.damaged("TIFF tiles of " + tileWidth + "x" + tileHeight + ", planes " + planar);
        }
        if (tiled && (tileWidth > 1 << 16 || tileHeight > 1 << 16)) {
            throw Refused.tooLarge("TIFF tiles of " + tileWidth + "x" + tileHeight);
        }
        Offsets offsets = new Offsets(
                list(directory.numbers(tiled ? Tag.TILE_OFFSETS : Tag.STRIP_OFFSETS)),
                list(directory.numbers(tiled ? Tag.TILE_BYTE_COUNTS : Tag.STRIP_BYTE_COUNTS)));
        Layout layout = new Layout(
                directory.small(Tag.COMPRESSION, 1),
                directory.small(Tag.T4_OPTIONS, 0),
                fillOrder == 2,
                planar == 2 ? samples : 1,
                (int) tileWidth,
                (int) Math.min(tileHeight, tiled ? tileHeight : height),
                tiled,
                offsets);
        layout.requireAll(width, height);
        return layout;
    }

    private static java.util.List<Long> list(long[] values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }

    int across(int width) {
        return (width + tileWidth - 1) / tileWidth;
    }

    int down(int height) {
        return (height + tileHeight - 1) / tileHeight;
    }

    private void requireAll(int width, int height) {
        long wanted = (long) across(width) * down(height) * planes;
        if (offsets.starts.size() < wanted) {
            throw Refused.truncated("TIFF with " + offsets.starts.size() + " of " + wanted + " strips");
        }
    }

    /** A missing byte count means up to the end of the file, as old writers leave it. */
    long length(int index) {
        long length = index < offsets.lengths.size() ? offsets.lengths.get(index) : 0;
        return length == 0 ? Integer.MAX_VALUE : length;
    }
}
