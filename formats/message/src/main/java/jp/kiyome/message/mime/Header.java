package jp.kiyome.message.mime;

import java.util.List;
import java.util.Optional;

/**
 * The header of a message or of a part.
 *
 * @param fields in their order
 * @param junk lines between them that are no fields, as the "From " of a mailbox
 */
public record Header(List<Field> fields, List<String> junk) {

    public Header {
        fields = List.copyOf(fields);
        junk = List.copyOf(junk);
    }

    public List<Field> all(String lowerName) {
        return fields.stream().filter(field -> field.is(lowerName)).toList();
    }

    public Optional<Field> first(String lowerName) {
        return fields.stream().filter(field -> field.is(lowerName)).findFirst();
    }

    /**
     * The one field of that name.
     *
     * @throws jp.kiyome.core.finding.Refusal when there are two that differ
     */
    public Optional<Field> single(String lowerName) {
        List<Field> all = all(lowerName);
        if (all.stream().map(Field::value).distinct().count() > 1) {
            throw Ambiguous.header(lowerName + " stands " + all.size() + " times");
        }
        return all.stream().findFirst();
    }
}
