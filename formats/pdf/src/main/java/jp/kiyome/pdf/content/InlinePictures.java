package jp.kiyome.pdf.content;

import java.util.Optional;
import jp.kiyome.pdf.cos.Cos;

/** Rebuilds inline pictures (ISO 32000-2, 8.9.7). */
public interface InlinePictures {

    /** Takes {@code dict}: with unabbreviated keys; its Filter and DecodeParms say how the data is to be decoded */
    // Nobody compares two of these.
    @SuppressWarnings("ArrayRecordComponent")
    record Picture(Cos.Dict dict, byte[] data) {}

    /** Bytes that the samples take where no filter is on them; negative where that is not known. */
    long plainLength(Cos.Dict dict);

    /** Empty where the picture cannot be kept. */
    Optional<Picture> rebuild(Picture picture);
}
