package jp.kiyome.office.ooxml;

/** What becomes of a relationship id that a part names. */
sealed interface Reference {

    /** The relationship is carried, by this id in the output. */
    record Kept(String id) implements Reference {}

    /** It is not, under this kind of finding. */
    record Refused(String code) implements Reference {}
}
