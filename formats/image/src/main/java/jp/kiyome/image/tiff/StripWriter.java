package jp.kiyome.image.tiff;

import jp.kiyome.core.content.Sink;

/** Compresses the rows of one strip. Not for sharing. */
interface StripWriter {

    void write(byte[] row, int length);

    void finish();

    static StripWriter of(Page page, Sink out) {
        return switch (page.packing()) {
            case NONE -> new PlainRows(out);
            case GROUP_4 -> new Group4Rows(out, page.width());
            case LZW -> new LzwRows(out);
            case DEFLATE -> new DeflatedRows(out);
            case JPEG -> throw new IllegalStateException("JPEG strips are no rows");
            case PACK_BITS -> new PackBitsRows(out);
        };
    }
}
