package jp.kiyome.image.pict;

import jp.kiyome.image.stream.ByteReader;

/** A rectangle of QuickDraw: its sides lie between pixels, so that right and bottom are not part of it. Immutable. */
record PictRect(int left, int top, int right, int bottom) {

    /** Before any shape was drawn. */
    static final PictRect NONE = new PictRect(0, 0, 0, 0);

    static PictRect read(ByteReader in) {
        int top = (short) in.u16be();
        int left = (short) in.u16be();
        int bottom = (short) in.u16be();
        int right = (short) in.u16be();
        return new PictRect(left, top, right, bottom);
    }

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    boolean isEmpty() {
        return right <= left || bottom <= top;
    }

    boolean contains(PictRect other) {
        return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
    }
}
