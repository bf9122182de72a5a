package jp.kiyome.approval.picture;

import java.util.Optional;
import jp.kiyome.core.jail.drawing.DrawingWay;
import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.State;

/**
 * A file of an item that is to be drawn.
 *
 * @param digest of the file
 */
record Drawable(Item item, Version version, Digest digest) {

    /** The file of an item, where it has one. */
    static Optional<Digest> file(Item item, Version version) {
        if (item.state() == State.ERASED) {
            return Optional.empty();
        }
        return switch (version) {
            case BEFORE -> Optional.of(item.original());
            case AFTER -> root(item).flatMap(Part::output);
        };
    }

    private static Optional<Part> root(Item item) {
        return item.conclusion().map(Conclusion::root);
    }

    /** The id of its type; what was built of a file may be of another. */
    String type() {
        String type = root(item).map(Part::type).orElse("");
        String extension = root(item)
                .map(part -> part.outputName().unescaped())
                .filter(name -> name.contains("."))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .orElse("");
        return version == Version.AFTER && DrawingWay.of(extension).isPresent() ? extension : type;
    }

    /** Whether it is a picture itself. */
    boolean isPicture() {
        return DrawingWay.of(type())
                .filter(way -> way.kind() == DrawingWay.Kind.PICTURE)
                .isPresent();
    }

    /** A name for a page of it, by which it is known as what it should be. */
    String pageName() {
        return isPicture() ? "page." + DrawingWay.of(type()).orElseThrow().extension() : "page.png";
    }
}
