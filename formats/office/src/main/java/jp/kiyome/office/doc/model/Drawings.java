package jp.kiyome.office.doc.model;

import java.util.List;
import java.util.Optional;
import jp.kiyome.office.escher.Drawing;
import jp.kiyome.office.escher.DrawingSet;

/**
 * Drawings that float, and the text boxes in them ([MS-DOC] 2.8.30, 2.8.33, 2.9.172).
 *
 * @param set all drawings, rebuilt and settled; empty where there are none
 * @param sheets the drawings, those of the main story and those of headers
 */
public record Drawings(
        Optional<DrawingSet> set,
        List<Sheet> sheets,
        List<Anchor> mainAnchors,
        List<Anchor> headerAnchors,
        List<Box> boxes,
        List<Box> headerBoxes) {

    /** None at all. */
    public static final Drawings NONE =
            new Drawings(Optional.empty(), List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * The drawing of one story.
     *
     * @param label 0 for the main story, 1 for headers
     */
    public record Sheet(int label, Drawing drawing) {}

    /**
     * Where a shape is anchored, and where it lies ([MS-DOC] 2.9.253, Spa).
     *
     * @param place in its story
     * @param bounds left, top, right, bottom in twips
     */
    public record Anchor(int place, int shape, List<Integer> bounds, int flags) {}

    /**
     * A text box.
     *
     * @param from where in its story its text begins
     * @param shape 0 for none
     * @param chain how many shapes its text flows through
     */
    public record Box(int from, int shape, int chain) {}
}
