package jp.kiyome.mail.authentication.dkim;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.mail.authentication.header.HeaderField;
import jp.kiyome.mail.authentication.header.MailHeader;

/** The fields a signature names, in canonical form (RFC 6376 §3.4.1, §3.4.2, §5.4.2). */
record SignedHeaders(MailHeader header, List<String> names, boolean relaxed) {

    /** Fields that a mail has once (RFC 5322 §3.6, RFC 2045), and that readers show or go by. */
    private static final Set<String> ONCE = Set.of(
            "from",
            "sender",
            "reply-to",
            "to",
            "cc",
            "date",
            "subject",
            "message-id",
            "in-reply-to",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "content-disposition");

    SignedHeaders {
        names = List.copyOf(names);
    }

    /**
     * The fields, and the signature's own behind them.
     *
     * @param signature the field without the value of its {@code b=}
     */
    byte[] bytes(HeaderField signature) {
        StringBuilder all = new StringBuilder();
        for (HeaderField field : fields()) {
            all.append(canonical(field)).append("\r\n");
        }
        all.append(canonical(signature));
        return all.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The hash of {@link #bytes}. */
    byte[] digest(HeaderField signature) {
        return BodyHash.sha256().digest(bytes(signature));
    }

    /** From the last to the first of each name; a name too often stands for none (§5.4.2). */
    private List<HeaderField> fields() {
        Map<String, List<HeaderField>> left = new HashMap<>();
        for (HeaderField field : header.fields()) {
            left.computeIfAbsent(Ascii.lower(field.name()), none -> new ArrayList<>())
                    .add(field);
        }
        List<HeaderField> fields = new ArrayList<>();
        for (String name : names) {
            List<HeaderField> same = left.getOrDefault(name, List.of());
            if (!same.isEmpty()) {
                fields.add(same.removeLast());
            }
        }
        return fields;
    }

    /** Whether somebody could have put a field beside a signed one. */
    boolean hasAddedField() {
        for (String name : ONCE) {
            long signed = names.stream().filter(name::equals).count();
            if (signed > 0 && header.all(name).size() > signed) {
                return true;
            }
        }
        return false;
    }

    private String canonical(HeaderField field) {
        if (!relaxed) {
            return field.raw();
        }
        String value = field.unfolded().replaceAll("[ \t]+", " ").replaceAll("^ | $", "");
        return Ascii.lower(field.name()) + ":" + value;
    }
}
