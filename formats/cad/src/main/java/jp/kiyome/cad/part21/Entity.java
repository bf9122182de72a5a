package jp.kiyome.cad.part21;

import java.util.List;
import java.util.function.LongConsumer;

/**
 * One simple record: a keyword and its parameters.
 *
 * @param name upper case
 */
public record Entity(String name, List<Value> parameters) {

    /** Names every instance referred to. */
    public void references(LongConsumer ids) {
        parameters.forEach(parameter -> parameter.references(ids));
    }
}
