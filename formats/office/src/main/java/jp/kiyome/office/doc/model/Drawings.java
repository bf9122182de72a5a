package jp.kiyome.office.doc.model;

import java.util.List;

/**
 * Drawings that float, and the text boxes in them ([MS-DOC] 2.8.29, 2.9.172).
 */
public record Drawings(
        List<Anchor> mainAnchors,
        List<Anchor> headerAnchors,
        List<Box> boxes,
        List<Box> headerBoxes) {

    /** None at all. */
    public static final Drawings NONE = new Drawings(List.of(), List.of(), List.of(), List.of());

    /**
     * Where a shape is anchored.
     *
     * @param place in its story
     * @param spa its 26 bytes but for the shape's number
     */
    public record Anchor(int place, int shape, byte[] spa) {}

    /** A text box: the shape it is in and where in the story its text begins. */
    public record Box(int from, int shape) {}
}
