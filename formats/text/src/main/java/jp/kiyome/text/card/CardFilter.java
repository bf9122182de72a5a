package jp.kiyome.text.card;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import jp.kiyome.text.chars.CleanWriter;
import jp.kiyome.text.chars.Losses;
import jp.kiyome.text.source.Tally;

/** Keeps the components and properties that are listed, with values of their kind. Not thread-safe. */
final class CardFilter {

    private static final Set<String> PICTURES = Set.of("png", "jpeg", "gif", "bmp", "webp");

    private final CardRules rules;
    private final Session session;
    private final Losses losses;
    private final Tally tally;
    private final List<String> open = new ArrayList<>();
    private final List<ContentLine> kept = new ArrayList<>();
    /** Components inside one that went. */
    private int skipped;

    private int pictures;

    CardFilter(CardRules rules, Session session, Losses losses, Tally tally) {
        this.rules = rules;
        this.session = session;
        this.losses = losses;
        this.tally = tally;
    }

    List<ContentLine> filter(List<ContentLine> lines) {
        for (ContentLine line : lines) {
            session.budget().decode(line.value().length());
            switch (line.name()) {
                case "BEGIN" -> begin(line);
                case "END" -> end(line);
                default -> {
                    if (skipped == 0) {
                        property(line).ifPresent(kept::add);
                    }
                }
            }
        }
        if (!open.isEmpty() || kept.isEmpty()) {
            throw Refusal.of("card.structure", "");
        }
        return withoutAlarms();
    }

    private void begin(ContentLine line) {
        String component = line.value().strip().toUpperCase(Locale.ROOT);
        String around = open.isEmpty() ? "" : open.getLast();
        if (skipped == 0 && !rules.mayHold(around, component)) {
            if (around.isEmpty()) {
                throw Refusal.of("card.structure", component);
            }
            tally.removed("card.component", around, component);
            skipped = open.size() + 1;
        }
        open.add(component);
        if (skipped == 0) {
            kept.add(new ContentLine("", "BEGIN", List.of(), component));
        }
    }

    private void end(ContentLine line) {
        String component = line.value().strip().toUpperCase(Locale.ROOT);
        if (open.isEmpty() || !open.removeLast().equals(component)) {
            throw Refusal.of("card.structure", component);
        }
        if (skipped == 0) {
            kept.add(new ContentLine("", "END", List.of(), component));
        } else if (open.size() < skipped) {
            skipped = 0;
        }
    }

    private Optional<ContentLine> property(ContentLine read) {
        if (open.isEmpty()) {
            throw Refusal.of("card.structure", read.name());
        }
        String place = open.getLast() + " " + read.name();
        Optional<String> kind = rules.value(open.getLast(), read.name());
        if (kind.isEmpty()) {
            tally.removed("card.property", place, read.value());
            return Optional.empty();
        }
        // A value is read as the parameters say that will stand beside it, not as those that are gone or were cleaned
        // did.
        ContentLine line = read.with(parameters(read, place), read.value());
        Optional<String> value =
                switch (kind.get()) {
                    case "picture" -> picture(line);
                    case "reading" -> line.says("TYPE", "X-IRMC-N") ? value("text", line) : Optional.empty();
                    default -> value(kind.get(), line);
                };
        if (value.isEmpty()) {
            String code = kind.get().equals("link") || kind.get().equals("address") ? "card.link" : "card.value";
            tally.removed(code, place, kind.get().equals("picture") ? "" : line.value());
        }
        return value.map(written -> line.with(line.parameters(), written));
    }

    private Optional<String> value(String kind, ContentLine line) {
        if (line.says("ENCODING", "QUOTED-PRINTABLE")) {
            Encoding encoding = QuotedPrintable.encoding(line);
            return QuotedPrintable.decode(line.value(), encoding)
                    .map(text -> CleanWriter.clean(text, losses))
                    .flatMap(text -> ValueRule.of(kind, text))
                    .map(text -> QuotedPrintable.encode(text, encoding));
        }
        boolean binary = line.says("ENCODING", "BASE64") || line.says("ENCODING", "B") || line.says("VALUE", "BINARY");
        return binary ? Optional.empty() : ValueRule.of(kind, CleanWriter.clean(line.value(), losses));
    }

    private List<ContentLine.Parameter> parameters(ContentLine line, String place) {
        List<ContentLine.Parameter> kept = new ArrayList<>();
        for (ContentLine.Parameter parameter : line.parameters()) {
            String kind = parameter.name().isEmpty()
                    ? "token"
                    : CardRules.parameter(parameter.name()).orElse("");
            List<String> values = new ArrayList<>();
            for (String raw : parameter.values()) {
                if (!kind.isEmpty()) {
                    ValueRule.of(kind, CleanWriter.clean(raw, losses)).ifPresent(values::add);
                }
            }
            if (values.size() == parameter.values().size()) {
                kept.add(new ContentLine.Parameter(parameter.name(), values));
            } else {
                tally.removed("card.parameter", place + " " + parameter.name(), String.join(",", parameter.values()));
            }
        }
        return kept;
    }

    private Optional<String> picture(ContentLine line) {
        String value = line.value().strip();
        boolean data = value.toLowerCase(Locale.ROOT).startsWith("data:image/");
        boolean binary = line.says("ENCODING", "BASE64") || line.says("ENCODING", "B");
        int comma = value.indexOf(',');
        if (!data && !binary || data && !value.substring(0, Math.max(0, comma)).endsWith(";base64")) {
            return Optional.empty();
        }
        pictures++;
        return decoded(data ? value.substring(comma + 1) : value).flatMap(bytes -> rebuilt(bytes, data));
    }

    private Optional<String> rebuilt(byte[] picture, boolean data) {
        session.budget().entries(1);
        return switch (session.child("picture" + pictures, HeapContent.of(picture), PICTURES)) {
            case Nested.Clean clean ->
                Optional.of((data ? "data:" + clean.type().mediaType() + ";base64," : "") + encoded(clean.content()));
            case Nested.Refused refused -> Optional.empty();
        };
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64.replaceAll("\\s", "")));
        } catch (IllegalArgumentException broken) {
            // No picture; the caller takes the property out and says so.
            return Optional.empty();
        }
    }

    private static String encoded(Content content) {
        byte[] bytes = new byte[Math.toIntExact(content.size())];
        content.copy(0, bytes, 0, bytes.length);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** An alarm that lost its action (it ran a program, or sent mail) goes with all it holds. */
    private List<ContentLine> withoutAlarms() {
        List<ContentLine> lines = new ArrayList<>();
        int start = -1;
        boolean acts = false;
        for (ContentLine line : kept) {
            if (line.name().equals("BEGIN") && line.value().equals("VALARM")) {
                start = lines.size();
                acts = false;
            }
            acts |= line.name().equals("ACTION");
            lines.add(line);
            if (line.name().equals("END") && line.value().equals("VALARM") && !acts && start >= 0) {
                lines.subList(start, lines.size()).clear();
                tally.removed("card.alarm", "VALARM", "");
            }
        }
        return lines;
    }
}
