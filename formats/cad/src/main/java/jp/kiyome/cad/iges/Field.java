package jp.kiyome.cad.iges;

/** A value of free form (IGES 5.3, 2.2.2). */
sealed interface Field {

    /** Nothing: the default. */
    record Empty() implements Field {}

    /** An integer or a real, as checked digits. */
    record Numeral(String digits) implements Field {}

    /** A string constant, a character a byte. */
    record Text(String text) implements Field {}

    /** As it is written. */
    default String written() {
        return switch (this) {
            case Empty empty -> "";
            case Numeral(String digits) -> digits;
            case Text(String text) -> text.length() + "H" + text;
        };
    }
}
