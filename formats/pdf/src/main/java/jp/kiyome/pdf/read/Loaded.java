package jp.kiyome.pdf.read;

import java.util.Optional;
import jp.kiyome.pdf.cos.Cos;

/**
 * An indirect object as it was read.
 *
 * @param stream its data, where it is a stream; then {@code value} is a dictionary
 */
public record Loaded(Cos value, Optional<RawStream> stream) {

    static final Loaded NOTHING = new Loaded(Cos.NULL, Optional.empty());

    static Loaded of(Cos value) {
        return new Loaded(value, Optional.empty());
    }

    /** The dictionary of this object, of its stream too; an empty one for anything else. */
    public Cos.Dict dict() {
        return value instanceof Cos.Dict found ? found : Cos.Dict.EMPTY;
    }
}
