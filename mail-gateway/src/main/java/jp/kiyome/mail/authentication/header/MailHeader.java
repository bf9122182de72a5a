package jp.kiyome.mail.authentication.header;

import java.util.List;
import java.util.Optional;

/**
 * The header of a mail, in its order.
 *
 * @param body offset of the first byte behind the empty line; the size of the mail where there is none
 */
public record MailHeader(List<HeaderField> fields, long body) {

    public MailHeader {
        fields = List.copyOf(fields);
    }

    public List<HeaderField> all(String name) {
        return fields.stream().filter(field -> field.is(name)).toList();
    }

    /** The field that stands once; empty where it is not there or stands twice. */
    public Optional<HeaderField> only(String name) {
        List<HeaderField> all = all(name);
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }
}
