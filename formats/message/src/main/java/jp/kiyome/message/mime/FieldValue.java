package jp.kiyome.message.mime;

import java.util.List;

/**
 * The value of a structured field: a word and parameters (RFC 2045 §5.1).
 *
 * @param word what stands before the first semicolon, without comments; a character for each byte
 * @param parameters in their order
 * @param comments what stands in comments
 * @param loose what stands between parameters and is none
 */
record FieldValue(String word, List<Parameter> parameters, String comments, String loose) {

    FieldValue {
        parameters = List.copyOf(parameters);
    }

    List<Parameter> of(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).toList();
    }
}
