package jp.kiyome.office.xlsb;

import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordOutput;

/** The records of one part that code reads, as {@code records.allow} says. */
interface OwnRecords {

    /** Stands for a record that goes; why has been told. */
    int GONE = -1;

    /**
     * Writes the data of a record anew.
     *
     * @return the number of the record to write, or {@link #GONE}
     */
    int copy(int id, RecordInput in, RecordOutput out);

    /** The part has ended. */
    default void end() {
        // Most have nothing to look back at.
    }

    /** Of parts without such records. */
    static OwnRecords none() {
        return (id, in, out) -> {
            throw new IllegalStateException("nobody writes record " + id);
        };
    }
}
