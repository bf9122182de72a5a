package jp.kiyome.message.write;

import java.util.List;
import jp.kiyome.core.content.Content;

/** A part to be written. */
public sealed interface Entity {

    /** Its fields besides those that follow from how it is written. */
    List<HeaderLine> header();

    /**
     * A part with a body.
     *
     * @param header with its Content-Type
     */
    record Leaf(List<HeaderLine> header, Content body, BodyForm form) implements Entity {
        public Leaf {
            header = List.copyOf(header);
        }
    }

    /**
     * A part of parts.
     *
     * @param type subtype and parameters but the boundary, as {@code mixed} or {@code related; type="text/html"}
     * @param header without a Content-Type
     */
    record Multipart(String type, List<HeaderLine> header, List<Entity> parts) implements Entity {
        public Multipart {
            header = List.copyOf(header);
            parts = List.copyOf(parts);
        }

        public static Multipart of(String type, List<Entity> parts) {
            return new Multipart(type, List.of(), parts);
        }
    }
}
