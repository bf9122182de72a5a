package jp.kiyome.image.metafile;

/** One step of a record's layout: reads values, judges them and puts them into the draft. Immutable; threads may share it. */
@FunctionalInterface
public interface Field<F> {

    /**
     * Reads the field and moves behind it.
     *
     * @param file what the format keeps while it reads one file: objects, the session
     */
    void read(RecordInput in, RecordDraft draft, F file);
}
