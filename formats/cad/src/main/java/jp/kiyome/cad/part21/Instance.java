package jp.kiyome.cad.part21;

import java.util.List;
import java.util.function.LongConsumer;

/**
 * An instance of a data section.
 *
 * @param records one where it is simple, several where it is complex
 * @param complex whether it is written as a list of records
 */
public record Instance(long id, List<Entity> records, boolean complex) {

    /** Names every instance referred to. */
    public void references(LongConsumer ids) {
        records.forEach(record -> record.references(ids));
    }
}
