package jp.kiyome.text.chars;

/** What becomes of a character. */
enum CharacterClass {
    KEPT,
    CONTROL,
    /** ESC or CSI: the control sequence that follows goes with it. */
    ESCAPE,
    RETURN,
    LINE,
    BIDI,
    MARK,
    INVISIBLE,
    INTERLINEAR,
    TAG,
    JOINER,
    SELECTOR
}
