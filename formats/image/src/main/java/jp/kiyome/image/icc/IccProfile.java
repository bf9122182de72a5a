package jp.kiyome.image.icc;

import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.image.stream.Bytes;
import jp.kiyome.image.stream.Removed;

/**
 * A colour profile that may stand in a rebuilt picture: header, curves, matrices and tables of ICC.1:2022, each value checked and
 * written anew; names, dates, makers and all other tags are gone.
 *
 * @param bytes the profile as it is to be embedded; empty for none
 * @param srgb whether it was left out because its colours are those of sRGB, which readers take for granted
 */
public record IccProfile(Bytes bytes, boolean srgb) {

    /** The largest profile looked at; those of printing presses have two or three megabytes. */
    public static final int MAX_BYTES = 4 << 20;

    public static final IccProfile NONE = new IccProfile(Bytes.none(), false);

    private static final IccProfile SRGB = new IccProfile(Bytes.none(), true);

    /** The samples that a profile explains. */
    public enum Space {
        GRAY("GRAY", 1),
        RGB("RGB ", 3),
        CMYK("CMYK", 4);

        private final String signature;
        private final int channels;

        Space(String signature, int channels) {
            this.signature = signature;
            this.channels = channels;
        }

        String signature() {
            return signature;
        }

        int channels() {
            return channels;
        }
    }

    public boolean none() {
        return bytes.isEmpty();
    }

    /** Rebuilds a profile for samples of that kind; whatever is wrong with it, the picture goes without. Changes are found at {@code where}. */
    public static IccProfile rebuild(byte[] input, Space space, Session session, String where) {
        try {
            IccModel model = IccReader.read(Bytes.of(input), space);
            if (Srgb.matches(model)) {
                session.found(Removed.changed("image.colour-profile", where));
                return SRGB;
            }
            Bytes written = IccWriter.write(model);
            if (!written.equals(Bytes.of(input))) {
                session.found(Removed.changed("image.colour-profile", where));
            }
            return new IccProfile(written, false);
        } catch (Refusal unusable) {
            session.found(Removed.from("image.colour-profile", where));
            return NONE;
        }
    }
}
