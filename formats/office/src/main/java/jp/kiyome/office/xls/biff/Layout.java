package jp.kiyome.office.xls.biff;

import java.util.List;

/**
 * What stands in a record, field by field. Immutable; threads may share it.
 *
 * @param least how many of the fields must be there; the record may end behind any other
 */
public record Layout<F>(List<Field<F>> fields, int least) {

    public Layout {
        fields = List.copyOf(fields);
    }

    /**
     * Writes the fields of a record anew.
     *
     * @return whether they all are as the layout says; where not, what was written does not count
     */
    public boolean copy(RecordInput in, RecordOutput out, F file) {
        for (int i = 0; i < fields.size() && in.ok(); i++) {
            if (i >= least && in.remaining() == 0) {
                return true;
            }
            fields.get(i).copy(in, out, file);
        }
        return in.ok();
    }
}
