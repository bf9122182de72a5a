package jp.kiyome.pdf.font;

/**
 * How much the outlines of a font need, counted (ISO/IEC 14496-22, maxp): renderers allocate by these numbers.
 *
 * @param points of the glyph with most, {@code contours} likewise; the next two the same of glyphs made of others
 * @param elements parts of one glyph
 * @param depth of parts in parts
 */
record GlyphCounts(int points, int contours, int compositePoints, int compositeContours, int elements, int depth) {

    private static final int MOST = 0xFFFF;

    static final GlyphCounts NONE = new GlyphCounts(0, 0, 0, 0, 0, 0);

    GlyphCounts withSimple(int itsPoints, int itsContours) {
        return new GlyphCounts(
                Math.max(points, itsPoints),
                Math.max(contours, itsContours),
                compositePoints,
                compositeContours,
                elements,
                depth);
    }

    GlyphCounts withComposite(int itsPoints, int itsContours, int itsElements, int itsDepth) {
        return new GlyphCounts(
                points,
                contours,
                Math.max(compositePoints, Math.min(MOST, itsPoints)),
                Math.max(compositeContours, Math.min(MOST, itsContours)),
                Math.max(elements, itsElements),
                Math.max(depth, itsDepth));
    }
}
