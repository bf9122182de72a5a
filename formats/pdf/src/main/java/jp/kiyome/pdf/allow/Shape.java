package jp.kiyome.pdf.allow;

import java.util.Map;

/**
 * A dictionary that is allowed.
 *
 * @param stream what its data is rebuilt as; empty where it has none
 * @param keys the keys that are kept, each with the rule for its value
 */
public record Shape(String name, String stream, Map<String, Rule> keys) {

    public boolean isStream() {
        return !stream.isEmpty();
    }
}
