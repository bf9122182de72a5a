package jp.kiyome.image.metafile;

import java.util.List;

/** What stands in a record, field by field. Immutable; threads may share it. */
public record Layout<F>(List<Field<F>> fields) {

    public Layout {
        fields = List.copyOf(fields);
    }

    /** Reads the record into a draft, which is of use only when the input has not refused it. */
    public RecordDraft read(RecordInput in, F file) {
        RecordDraft draft = new RecordDraft();
        for (Field<F> field : fields) {
            if (in.ok()) {
                field.read(in, draft, file);
            }
        }
        if (in.ok()) {
            draft.settle();
        }
        return draft;
    }
}
