package jp.kiyome.mail.authentication.results;

import java.util.Map;
import java.util.Optional;

/**
 * What a field says about one method (RFC 8601 §2.2, resinfo).
 *
 * @param method lower case, without its version
 * @param result lower case
 * @param properties by lower case name, as {@code header.d}, and {@code reason}; of two with one name the first
 */
record Statement(String method, String result, Map<String, String> properties) {

    Statement {
        properties = Map.copyOf(properties);
    }

    Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }

    /** The part behind the last {@code @}; empty text where there is no such property. */
    String domain(String name) {
        String value = property(name).orElse("");
        return value.substring(value.lastIndexOf('@') + 1);
    }
}
