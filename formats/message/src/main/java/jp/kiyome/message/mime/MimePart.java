package jp.kiyome.message.mime;

import java.util.List;
import jp.kiyome.core.content.Content;

/** A part of a message. */
public sealed interface MimePart {

    Header header();

    ContentType type();

    Disposition disposition();

    /** Where it stands: numbers from 1, joined by dots; empty for the outermost. */
    String path();

    /**
     * A part with a body.
     *
     * @param body as it stands there, encoded
     */
    record Leaf(String path, Header header, ContentType type, Disposition disposition, Transfer transfer, Content body)
            implements MimePart {}

    /**
     * A part of parts.
     *
     * @param open whether its last delimiter is missing
     * @param dropped whether something but white space stands before the first delimiter or behind the last
     */
    record Multipart(
            String path,
            Header header,
            ContentType type,
            Disposition disposition,
            List<MimePart> parts,
            boolean open,
            boolean dropped)
            implements MimePart {

        public Multipart {
            parts = List.copyOf(parts);
        }
    }
}
