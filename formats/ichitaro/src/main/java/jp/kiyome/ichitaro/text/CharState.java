package jp.kiyome.ichitaro.text;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The format of a character.
 *
 * @param properties values by id; what is not there is as the document has it
 */
record CharState(SortedMap<Integer, Property> properties) {

    static final CharState PLAIN = new CharState(new TreeMap<>());

    CharState {
        properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
    }

    /**
     * A value as it is stored.
     *
     * @param size bytes, 1 to 4
     */
    record Property(int size, long value) {}
}
