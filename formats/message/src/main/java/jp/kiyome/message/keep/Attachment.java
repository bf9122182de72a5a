package jp.kiyome.message.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import jp.kiyome.message.child.NoticeFile;
import jp.kiyome.message.child.Told;
import jp.kiyome.message.mime.MimePart;
import jp.kiyome.message.text.Charsets;
import jp.kiyome.message.text.Codec;
import jp.kiyome.message.write.BodyForm;
import jp.kiyome.message.write.Entity;
import jp.kiyome.message.write.HeaderLine;
import jp.kiyome.message.write.Parameters;

/** Files in a message: each goes the whole way through the engine; a notice stands in the place of one that is refused. Not thread-safe. */
final class Attachment {

    private static final String MESSAGE = "message/rfc822";
    private static final Set<String> BODIES = Set.of("text/plain", "text/html", "text/enriched");

    private final Session session;
    private final BodyStore store;
    private final Told told;

    Attachment(Session session, BodyStore store, Told told) {
        this.session = session;
        this.store = store;
        this.told = told;
    }

    /**
     * What is known of a file.
     *
     * @param name as the message has it
     * @param shown whether the message has it, or it was made up
     * @param parameters of its type that are carried over
     * @param header fields that describe it
     */
    record Described(
            String part,
            String name,
            boolean shown,
            List<String> parameters,
            List<HeaderLine> header,
            Optional<MimePart> from) {

        static Described file(String part, String name) {
            return new Described(part, name, true, List.of(), List.of(), Optional.empty());
        }
    }

    /** @param expected ids of types, as for {@link Session#child} */
    Draft keep(Session piece, Described file, Content content, Set<String> expected) {
        return switch (piece.child(file.name(), content, expected)) {
            case Nested.Clean clean -> clean(file, clean);
            case Nested.Refused refused -> notice(file.part(), file.name(), refused.reason());
        };
    }

    private Draft clean(Described file, Nested.Clean clean) {
        return made(file, clean.name().name(), clean.type().mediaType(), clean.content());
    }

    /** A part for a file that has come through the engine. */
    Draft made(Described file, String cleanName, String type, Content content) {
        // Without a name a text would be taken for a body of the message.
        boolean named = file.shown() || BODIES.contains(type);
        Optional<String> name = named ? Optional.of(cleanName) : Optional.empty();
        List<String> parameters = new ArrayList<>();
        // HTML says it itself.
        if (type.startsWith("text/") && !type.equals("text/html")) {
            charset(content).ifPresent(label -> parameters.add("charset=" + label));
        }
        // What a type's parameters say holds for that type alone.
        if (file.from().filter(part -> part.type().is(type)).isPresent()) {
            parameters.addAll(file.parameters());
        }
        name.map(Parameters::name).ifPresent(parameters::add);
        List<HeaderLine> header = new ArrayList<>();
        header.add(Parameters.field("Content-Type", type, parameters));
        disposition(file, name).ifPresent(header::add);
        header.addAll(file.header());
        BodyStore.Span span = store.add(content);
        BodyForm form = type.equals(MESSAGE) ? BodyForm.SEVEN_BIT : BodyForm.BASE64;
        Optional<String> picture = type.startsWith("image/") ? PartHeader.identifier(file.header()) : Optional.empty();
        return new Draft(whole -> new Entity.Leaf(header, span.in(whole), form), false, picture, Reading.NONE);
    }

    private Optional<HeaderLine> disposition(Described file, Optional<String> name) {
        return file.from().isPresent()
                ? new PartHeader(told).disposition(file.from().get(), name)
                : Optional.of(Parameters.field(
                        "Content-Disposition",
                        "attachment",
                        name.map(Parameters::fileName).orElse(List.of())));
    }

    /** Of what was written: the input's label may be of another charset. */
    private static Optional<String> charset(Content text) {
        Charsets.Choice choice = Charsets.choose(text, "");
        return choice.lossless() && choice.codec() instanceof Codec.Core(Encoding encoding)
                ? Optional.of(encoding.label().toLowerCase(java.util.Locale.ROOT))
                : Optional.empty();
    }

    /** @throws jp.kiyome.core.finding.Refusal where the policy wants no message that lacks something */
    Draft notice(String part, String name, FindingKind reason) {
        NoticeFile notice = NoticeFile.of(session, part, name, reason);
        List<HeaderLine> header = List.of(
                Parameters.field(
                        "Content-Type", "text/plain", List.of("charset=utf-8", Parameters.name(notice.name()))),
                Parameters.field("Content-Disposition", "attachment", Parameters.fileName(notice.name())));
        BodyStore.Span span = store.add(notice.text());
        return Draft.notice(whole -> new Entity.Leaf(header, span.in(whole), BodyForm.BASE64));
    }
}
