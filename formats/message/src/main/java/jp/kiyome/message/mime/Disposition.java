package jp.kiyome.message.mime;

import java.util.Optional;
import jp.kiyome.core.text.Ascii;

/**
 * How a part wants to be shown (RFC 2183).
 *
 * @param attachment whether it is to be a file; what is no known word means a file (§2.8)
 * @param said whether the part says it
 */
public record Disposition(boolean attachment, FieldValueView parameters, boolean said) {

    static Disposition of(Optional<Field> field) {
        FieldValue value = FieldParser.parse(field.map(Field::value).orElse(""));
        String word = Ascii.lower(value.word());
        return new Disposition(!word.isEmpty() && !word.equals("inline"), new FieldValueView(value), field.isPresent());
    }
}
