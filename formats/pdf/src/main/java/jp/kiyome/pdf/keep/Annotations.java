package jp.kiyome.pdf.keep;

import jp.kiyome.pdf.cos.Cos;

/** What becomes of annotations that do more than show something (ISO 32000-2, 12.5.6). Stateless. */
final class Annotations {

    /** The shape of what stands for media: their drawing. */
    static final String POSTER = "Poster";

    private Annotations() {}

    static String finding(String subtype) {
        return switch (subtype) {
            case "FileAttachment" -> "pdf.embedded-file";
            case "Movie", "Sound", "Screen", "RichMedia", "3D", "Projection" -> "pdf.media";
            default -> "pdf.annotation";
        };
    }

    /** Whether something is drawn in the annotation's place, in the state it has. */
    static boolean drawn(Keeper keeper, Cos.Dict annotation) {
        Cos.Dict appearance = Cos.dict(keeper.resolve(annotation.get("AP"))).orElse(Cos.Dict.EMPTY);
        Cos normal = appearance.get("N");
        if (keeper.stream(normal).isPresent()) {
            return SmallRules.isForm(keeper, normal);
        }
        return keeper.resolve(normal) instanceof Cos.Dict states
                && keeper.resolve(annotation.get("AS")) instanceof Cos.Name state
                && SmallRules.isForm(keeper, states.get(state.text()));
    }
}
