package jp.kiyome.message.keep;

import java.util.Set;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.message.mime.Field;
import jp.kiyome.message.mime.Header;
import jp.kiyome.message.text.Clean;
import jp.kiyome.message.text.Words;

/** What those who are told of a message should know of it without reading it. Stateless. */
final class Gist {

    /** RFC 3834 §3.1.8. */
    private static final Set<String> IN_BULK = Set.of("bulk", "list", "junk");

    private Gist() {}

    /** Its subject, be it empty, and whether a person sent it. */
    static void tell(Header header, Session session) {
        String subject = header.first("subject")
                .map(field -> Clean.line(Words.decode(field.value()).text()))
                .orElse("");
        session.aside(note("message.subject", subject));
        header.fields().stream().filter(Gist::isOfNobody).findFirst().ifPresent(field -> {
            session.automatic();
            session.aside(note("message.automatic", field.name()));
        });
    }

    private static Finding note(String code, String detail) {
        return Finding.of(code, Action.KEPT, Location.wholeFile(), detail);
    }

    /** RFC 2369, RFC 2919, RFC 3834 §5, and what mailers wrote before these. */
    private static boolean isOfNobody(Field field) {
        String value = Ascii.lower(field.value().strip());
        return switch (field.key()) {
            case "auto-submitted" -> !value.equals("no");
            case "precedence" -> IN_BULK.contains(value);
            case "x-auto-response-suppress", "x-loop", "feedback-id" -> true;
            default -> field.key().startsWith("list-");
        };
    }
}
