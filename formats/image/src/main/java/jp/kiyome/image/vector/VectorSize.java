package jp.kiyome.image.vector;

import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;

/**
 * How large a vector picture is.
 *
 * @param widthMicrometres at least 1
 * @param heightMicrometres likewise
 */
public record VectorSize(long widthMicrometres, long heightMicrometres) {

    /** A kilometre; what claims to be larger claims nothing. */
    private static final double MAX = 1e9;

    /** The size that an EMF, WMF or SVG file claims; empty when it is none of them or claims none. Never throws for bad input. */
    public static Optional<VectorSize> of(Content content) {
        try {
            return EmfHeader.size(content).or(() -> WmfHeader.size(content)).or(() -> SvgHeader.size(content));
        } catch (Refusal tooShort) {
            return Optional.empty();
        }
    }

    static Optional<VectorSize> ofMicrometres(double width, double height) {
        boolean plausible = width >= 1 && height >= 1 && width <= MAX && height <= MAX;
        return plausible ? Optional.of(new VectorSize(Math.round(width), Math.round(height))) : Optional.empty();
    }
}
