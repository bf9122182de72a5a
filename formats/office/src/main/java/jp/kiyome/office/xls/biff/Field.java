package jp.kiyome.office.xls.biff;

/** One step of a record's layout: reads values, judges them and writes them anew. Immutable; threads may share it. */
@FunctionalInterface
public interface Field<F> {

    /**
     * Goes over the field. What it writes counts only when the input is still {@linkplain RecordInput#ok well} at the end of the record.
     *
     * @param file what the format keeps while it reads one file
     */
    void copy(RecordInput in, RecordOutput out, F file);
}
