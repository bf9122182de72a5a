package jp.kiyome.message.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import jp.kiyome.message.child.HtmlBody;
import jp.kiyome.message.child.MessageOptions;
import jp.kiyome.message.child.TextBody;
import jp.kiyome.message.child.Told;
import jp.kiyome.message.mime.MimePart;
import jp.kiyome.message.mime.MimeReader;
import jp.kiyome.message.text.Charsets;
import jp.kiyome.message.write.BodyForm;
import jp.kiyome.message.write.Entity;
import jp.kiyome.message.write.HeaderLine;
import jp.kiyome.message.write.TextForm;

/** The texts of a message, plain and HTML. Not thread-safe. */
final class Bodies {

    private final Told told;
    private final BodyStore store;
    private final Attachment attachments;
    private final Shown shown;
    private final boolean verifying;
    private final boolean saved;

    /** @param saved whether it is a page that somebody saved, not a mail */
    Bodies(Told told, BodyStore store, Attachment attachments, Shown shown, boolean verifying, boolean saved) {
        this.told = told;
        this.store = store;
        this.attachments = attachments;
        this.shown = shown;
        this.verifying = verifying;
        this.saved = saved;
    }

    Draft keep(
            Session piece, MimePart.Leaf leaf, Content bytes, List<String> parameters, List<HeaderLine> description) {
        Charsets.Choice choice =
                Charsets.choose(bytes, leaf.type().parameter("charset").orElse(""));
        if (!choice.lossless()) {
            told.changed("message.charset-broken", leaf.path(), "");
        } else if (!choice.labelled()) {
            told.changed(
                    "message.charset",
                    leaf.path(),
                    leaf.type().parameter("charset").orElse(""));
        }
        TextBody text = new TextBody(piece);
        boolean html = leaf.type().is("text/html");
        TextBody.Parted parted = html
                ? new TextBody.Parted(text.decoded(bytes, choice), List.of())
                : text.parted(text.decoded(bytes, choice));
        String name =
                (leaf.path().isEmpty() ? "body" : "body-" + leaf.path().replace('.', '-')) + (html ? ".html" : ".txt");
        if (parted.text().size() == 0) {
            return withFiles(piece, leaf, empty(), parted.files());
        }
        HtmlBody.Kept body = html
                ? new HtmlBody(piece, verifying, saved).keep(name, parted.text(), shown.around(leaf))
                : new HtmlBody.Kept(text.plain(name, parted.text()), false, true, Optional.empty());
        if (!(body.body() instanceof Nested.Clean clean)) {
            Draft notice = attachments.notice(leaf.path(), name, ((Nested.Refused) body.body()).reason());
            return withFiles(piece, leaf, notice, parted.files());
        }
        if (!body.isHtml()) {
            TextBody.requireNoFile(clean.content());
        }
        body.beside().ifPresent(TextBody::requireNoFile);
        if (body.turned()) {
            told.changed("message.html-as-text", leaf.path(), "");
            if (!body.whole()) {
                told.removed("message.hidden-text", leaf.path(), "");
            }
        }
        boolean japanese = MessageOptions.japanese(piece.policy(), choice.japanese()) && !body.isHtml();
        Written written = written(
                body.isHtml() ? "text/html" : "text/plain",
                text.encoded(clean.content(), japanese),
                parameters,
                description);
        return withFiles(piece, leaf, Draft.of(written.made()).read(reading(text, body, written)), parted.files());
    }

    /** A text as it will stand in the message. */
    private record Written(Draft.Made made, String hash) {}

    private Written written(
            String type, TextBody.Encoded encoded, List<String> parameters, List<HeaderLine> description) {
        BodyForm form = TextForm.of(encoded.bytes());
        List<HeaderLine> header = new ArrayList<>();
        header.add(Keeper.textType(type, encoded.encoding().label().toLowerCase(Locale.ROOT), parameters));
        header.addAll(description);
        BodyStore.Span span = store.add(encoded.bytes());
        return new Written(
                whole -> new Entity.Leaf(header, span.in(whole), form),
                Digest.of(encoded.bytes()).sha256());
    }

    /** A page's text is in the same charset whatever the page was in: made again of what comes out, it is the same. */
    private Reading reading(TextBody text, HtmlBody.Kept body, Written written) {
        if (body.turned()) {
            return Reading.turned();
        }
        if (body.beside().isEmpty()) {
            return body.isHtml() ? Reading.NONE : Reading.plain(written.hash());
        }
        boolean japanese = MessageOptions.japanese(told.session().policy(), false);
        TextBody.Encoded encoded = text.encoded(body.beside().get(), japanese);
        Written beside = written("text/plain", encoded, List.of(), List.of());
        return Reading.both(beside.hash(), beside.made());
    }

    /** With the files that stood in the text behind it. */
    private Draft withFiles(Session piece, MimePart.Leaf leaf, Draft body, List<TextBody.Inside> files) {
        if (files.isEmpty()) {
            return body;
        }
        List<Draft> all = new ArrayList<>(List.of(body));
        for (TextBody.Inside file : files) {
            told.changed("message.uuencode", leaf.path(), file.name());
            all.add(attachments.keep(
                    piece, Attachment.Described.file(leaf.path(), file.name()), file.content(), Set.of()));
        }
        return Draft.of(whole -> Entity.Multipart.of(
                "mixed", all.stream().map(d -> d.made().in(whole)).toList()));
    }

    Draft empty() {
        HeaderLine type = Keeper.textType("text/plain", "us-ascii", List.of());
        return Draft.of(whole -> new Entity.Leaf(List.of(type), HeapContent.of(new byte[0]), BodyForm.SEVEN_BIT));
    }

    /** The header of a message that came back (RFC 6522 §4). */
    Draft headers(MimePart.Leaf leaf, Content content) {
        StringBuilder kept = new StringBuilder();
        new HeaderKeeper(told, leaf.path()).keep(MimeReader.header(content)).forEach(kept::append);
        Content text = HeapContent.of(kept.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        BodyStore.Span span = store.add(text);
        HeaderLine type = new HeaderLine("Content-Type", "text/rfc822-headers");
        return Draft.of(whole -> new Entity.Leaf(List.of(type), span.in(whole), BodyForm.SEVEN_BIT));
    }
}
