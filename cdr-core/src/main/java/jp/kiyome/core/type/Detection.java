package jp.kiyome.core.type;

import java.util.List;
import java.util.Optional;

/**
 * What the witnesses say of a file. The structure decides; the others are heard so that a disagreement is reported.
 *
 * @param structure every type whose structure the file has; more than one means it is a polyglot
 * @param magic the media type that the first bytes suggest to an independent detector; may be empty
 * @param name the type that the file's name claims, if any is known by it; where several types share the extension, the one
 *     that the structure has
 */
public record Detection(List<FileType> structure, String magic, Optional<FileType> name) {

    public Detection {
        structure = List.copyOf(structure);
    }

    /** The type to go by: the one the name claims where the structure has several, else the first. */
    public Optional<FileType> type() {
        return name.filter(structure::contains).or(() -> structure.stream().findFirst());
    }

    public boolean polyglot() {
        return structure.size() > 1;
    }

    /** Whether the name claims another type than the structure has. */
    public boolean nameLies() {
        return type().isPresent() && !name.equals(type());
    }
}
