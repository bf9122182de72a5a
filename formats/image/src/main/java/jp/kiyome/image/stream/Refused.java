package jp.kiyome.image.stream;

import jp.kiyome.core.finding.Refusal;

/** The reasons for which pictures are refused. Details are words of ours and numbers, never text of the file. Stateless. */
public final class Refused {

    private Refused() {}

    /** The file ends before the picture does. */
    public static Refusal truncated(String detail) {
        return Refusal.of("image.truncated", detail);
    }

    /** Something contradicts the format's specification in a way that readers take differently or not at all. */
    public static Refusal damaged(String detail) {
        return Refusal.of("image.damaged", detail);
    }

    /** The specification knows it, we do not build it. */
    public static Refusal unsupported(String detail) {
        return Refusal.of("image.unsupported", detail);
    }

    /** It would need more memory than one picture may have. */
    public static Refusal tooLarge(String detail) {
        return Refusal.of("image.too-large", detail);
    }
}
