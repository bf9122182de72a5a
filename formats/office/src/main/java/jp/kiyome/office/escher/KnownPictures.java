package jp.kiyome.office.escher;

/** Which pictures a file has. */
@FunctionalInterface
interface KnownPictures {

    /** Whether something stands at a place of the table, counted from 1. */
    boolean has(int number);
}
