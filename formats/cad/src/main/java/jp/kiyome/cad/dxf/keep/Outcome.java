package jp.kiyome.cad.dxf.keep;

/** What becomes of a value. */
sealed interface Outcome {

    /** It stays, in the one way that such a value is written. */
    record Kept(String value) implements Outcome {}

    /** It stays changed. */
    record Mended(String value, String code) implements Outcome {}

    /** Its pair goes. */
    record Gone(String code) implements Outcome {}

    /** The whole record goes. */
    record Ruined(String code) implements Outcome {}
}
