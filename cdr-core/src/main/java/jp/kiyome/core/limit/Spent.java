package jp.kiyome.core.limit;

/**
 * What one file and everything nested in it has taken from its {@link Budget}.
 *
 * @param decodedBytes bytes that came out of decoders
 * @param entries members, parts and records
 * @param pixels in all images and frames
 */
public record Spent(long decodedBytes, long entries, long pixels) {

    public static Spent nothing() {
        return new Spent(0, 0, 0);
    }

    /** Whether no file under these limits could have spent more. */
    public boolean within(Limits limits) {
        return in(decodedBytes, limits.decodedBytes()) && in(entries, limits.entries()) && in(pixels, limits.pixels());
    }

    private static boolean in(long value, long most) {
        return value >= 0 && value <= most;
    }
}
