package jp.kiyome.core.link;

import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.text.Ascii;

/**
 * What follows {@code mailto:} (RFC 6068): addresses, and the fields that only fill in a message its sender still reads
 * before sending. A field that attaches a file, or that nobody knows, refuses the whole.
 */
public final class MailAddress {

    private static final String LOCAL = "!$'*+=~/";
    private static final String TEXT = "!$'()*+,;:@/?";
    private static final Set<String> ADDRESS_FIELDS = Set.of("to", "cc", "bcc");

    private MailAddress() {}

    public static Optional<String> canonical(String afterScheme) {
        int question = afterScheme.indexOf('?');
        Optional<String> to = addresses(question < 0 ? afterScheme : afterScheme.substring(0, question));
        if (question < 0) {
            return to.filter(addresses -> !addresses.isEmpty());
        }
        return to.flatMap(start -> fields(afterScheme.substring(question + 1)).map(fields -> start + "?" + fields));
    }

    private static Optional<String> fields(String query) {
        StringBuilder all = new StringBuilder(query.length());
        for (String field : query.split("&", -1)) {
            int equals = field.indexOf('=');
            String name = equals < 0 ? "" : Ascii.lower(field.substring(0, equals));
            Optional<String> value = value(name, field.substring(equals + 1));
            if (value.isEmpty()) {
                return Optional.empty();
            }
            all.append(all.isEmpty() ? "" : "&").append(name).append('=').append(value.get());
        }
        return Optional.of(all.toString());
    }

    private static Optional<String> value(String name, String value) {
        if (ADDRESS_FIELDS.contains(name)) {
            return addresses(value);
        }
        return switch (name) {
            case "subject" -> PercentEncoding.encode(value, TEXT, false);
            case "body" -> PercentEncoding.encode(value, TEXT, true);
            default -> Optional.empty();
        };
    }

    /** Addresses between commas or semicolons; none is none. */
    private static Optional<String> addresses(String list) {
        if (list.isEmpty()) {
            return Optional.of("");
        }
        StringBuilder all = new StringBuilder(list.length());
        for (String one : list.replace(';', ',').split(",", -1)) {
            Optional<String> address = address(one.strip());
            if (address.isEmpty()) {
                return Optional.empty();
            }
            all.append(all.isEmpty() ? "" : ",").append(address.get());
        }
        return Optional.of(all.toString());
    }

    private static Optional<String> address(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1 || text.indexOf('@') != at) {
            return Optional.empty();
        }
        return HostName.canonical(text.substring(at + 1))
                .flatMap(host -> PercentEncoding.encode(text.substring(0, at), LOCAL, false)
                        .map(local -> local + "@" + host));
    }
}
