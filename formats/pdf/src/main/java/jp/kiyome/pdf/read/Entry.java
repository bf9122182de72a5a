package jp.kiyome.pdf.read;

/** Where an object stands (ISO 32000-2, 7.5.4 and 7.5.8). */
sealed interface Entry {

    /** Nowhere: it means null. */
    record Free() implements Entry {}

    /** In the file itself. */
    record At(long offset) implements Entry {}

    /** In an object stream. */
    record In(int stream, int index) implements Entry {}
}
