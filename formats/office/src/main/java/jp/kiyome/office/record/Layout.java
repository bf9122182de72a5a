package jp.kiyome.office.record;

import java.util.ArrayList;
import java.util.List;

/** What stands in the body of an atom, field by field. Immutable; threads may share it. */
public record Layout(List<Field> fields) {

    /**
     * A body written anew.
     *
     * @param body what the fields say and no more
     * @param lostBits whether something stood in bits that mean nothing
     * @param slack whether bytes stood behind the last field
     */
    // Nobody compares two copies.
    @SuppressWarnings("ArrayRecordComponent")
    public record Copy(byte[] body, boolean lostBits, boolean slack) {}

    public Layout {
        fields = List.copyOf(fields);
    }

    /** Reads a layout's words. */
    public static Layout parse(List<String> words) {
        List<Field> fields = new ArrayList<>();
        words.forEach(word -> fields.add(Field.parse(word)));
        return new Layout(fields);
    }

    /** Reads a body and writes it anew; of use only when the reader is {@linkplain NumberReader#ok ok} afterwards. */
    public Copy copy(NumberReader in) {
        NumberWriter out = new NumberWriter();
        boolean lost = false;
        for (Field field : fields) {
            lost |= field.copy(in, out);
        }
        return new Copy(out.bytes(), lost, in.remaining() > 0);
    }
}
