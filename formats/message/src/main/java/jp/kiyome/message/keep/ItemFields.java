package jp.kiyome.message.keep;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.message.mapi.MapiItem;
import jp.kiyome.message.mapi.MapiValue;
import jp.kiyome.message.text.Clean;
import jp.kiyome.message.write.Folding;
import jp.kiyome.message.write.HeaderLine;

/** The fields of a message that an Outlook item becomes ([MS-OXCMAIL] 2.1). Stateless. */
final class ItemFields {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH);

    /** From 1601 to 1970, in units of 100 ns. */
    private static final long EPOCH = 116_444_736_000_000_000L;

    private ItemFields() {}

    static List<HeaderLine> of(MapiItem item) {
        List<HeaderLine> fields = new ArrayList<>();
        date(item, 0x0039).or(() -> date(item, 0x0E06)).ifPresent(d -> fields.add(new HeaderLine("Date", d)));
        String from = mailbox(text(item, 0x0C1A).or(() -> text(item, 0x0042)), address(item, 0x5D01, 0x0C1F, 0x0065));
        addresses("From", from.isEmpty() ? List.of() : List.of(from)).ifPresent(fields::add);
        recipients(item, 1).flatMap(list -> addresses("To", list)).ifPresent(fields::add);
        recipients(item, 2).flatMap(list -> addresses("Cc", list)).ifPresent(fields::add);
        text(item, 0x0037)
                .map(Clean::line)
                .filter(subject -> !subject.isEmpty())
                .ifPresent(subject -> fields.add(Folding.text("Subject", subject, Encoding.UTF_8)));
        text(item, 0x1035)
                .filter(id -> id.matches("<[!-;=?-~]{1,400}>"))
                .ifPresent(id -> fields.add(new HeaderLine("Message-ID", id)));
        return fields;
    }

    private static Optional<String> date(MapiItem item, int id) {
        if (!(item.properties().get(id) instanceof MapiValue.Fixed(int type, long ticks)) || type != MapiValue.TIME) {
            return Optional.empty();
        }
        long seconds = Math.floorDiv(ticks - EPOCH, 10_000_000L);
        OffsetDateTime time =
                Instant.ofEpochSecond(Math.clamp(seconds, 0, 253_000_000_000L)).atOffset(ZoneOffset.UTC);
        return Optional.of(DATE.format(time));
    }

    private static Optional<List<String>> recipients(MapiItem item, long kind) {
        List<String> list = item.recipients().stream()
                .filter(r -> (r.number(0x0C15).orElse(1L) & 0xF) == kind)
                .map(r -> mailbox(text(r, 0x3001), address(r, 0x39FE, 0x3003)))
                .filter(mailbox -> !mailbox.isEmpty())
                .toList();
        return list.isEmpty() ? Optional.empty() : Optional.of(list);
    }

    private static Optional<String> address(MapiItem item, int... ids) {
        for (int id : ids) {
            Optional<String> found = text(item, id).filter(a -> a.matches("[!-~&&[^<>,;:\"()]]+@[A-Za-z0-9._-]+"));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static String mailbox(Optional<String> name, Optional<String> address) {
        String shown = name.map(Clean::line)
                .filter(n -> !address.filter(n::equals).isPresent())
                .orElse("");
        String quoted = shown.isEmpty() ? "" : '"' + shown.replace("\\", "\\\\").replace("\"", "\\\"") + "\" ";
        return address.map(a -> quoted + "<" + a + ">").orElse(quoted.strip());
    }

    /** As a mail would have it in UTF-8, which RFC 6532 allows: read and written as any other. */
    private static Optional<HeaderLine> addresses(String name, List<String> list) {
        String raw = new String(String.join(", ", list).getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        List<String> words = new Addresses(was -> false).of(raw);
        return words.isEmpty() ? Optional.empty() : Optional.of(Folding.words(name, words));
    }

    static Optional<String> text(MapiItem item, int id) {
        return item.properties().get(id) instanceof MapiValue.Text(String text) && !text.isBlank()
                ? Optional.of(text)
                : Optional.empty();
    }
}
