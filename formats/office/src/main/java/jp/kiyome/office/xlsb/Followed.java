package jp.kiyome.office.xlsb;

/** What became of a relationship that a part names. */
public sealed interface Followed {

    /** It is carried, by this id in the output. */
    record Kept(String id) implements Followed {}

    /** It goes, under this kind of finding. */
    record Refused(String code) implements Followed {}
}
