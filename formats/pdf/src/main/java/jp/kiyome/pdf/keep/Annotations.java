package jp.kiyome.pdf.keep;

/** Says why an annotation is dropped. Stateless. */
final class Annotations {

    private Annotations() {}

    static String finding(String subtype) {
        return switch (subtype) {
            case "FileAttachment" -> "pdf.embedded-file";
            case "Movie", "Sound", "Screen", "RichMedia", "3D", "Projection" -> "pdf.media";
            default -> "pdf.annotation";
        };
    }
}
