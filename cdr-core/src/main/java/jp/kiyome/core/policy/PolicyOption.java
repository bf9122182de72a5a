package jp.kiyome.core.policy;

import java.util.List;

/**
 * A choice that a policy makes, declared by the module that obeys it.
 *
 * @param key as in the policy file, for example {@code office.comments}
 * @param values the words allowed, the default first
 */
public record PolicyOption(String key, List<String> values) {

    public PolicyOption {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("an option without a value: " + key);
        }
    }

    public static PolicyOption of(String key, String... defaultFirst) {
        return new PolicyOption(key, List.of(defaultFirst));
    }

    public String defaultValue() {
        return values.getFirst();
    }
}
