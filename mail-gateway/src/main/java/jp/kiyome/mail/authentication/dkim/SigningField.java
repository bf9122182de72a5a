package jp.kiyome.mail.authentication.dkim;

import java.util.Optional;
import jp.kiyome.mail.authentication.header.HeaderField;

/** A DKIM-Signature as it stands, with its tags. */
record SigningField(HeaderField field, TagList tags) {

    static Optional<SigningField> read(HeaderField field) {
        return TagList.read(field.value()).map(tags -> new SigningField(field, tags));
    }

    /** The field without the signature in it (RFC 6376 §3.7). */
    HeaderField bare() {
        String value = field.value();
        String head = field.raw().substring(0, field.raw().length() - value.length());
        return new HeaderField(head + tags.without("b", value), field.name(), field.offset());
    }
}
