package jp.kiyome.message.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
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

    Bodies(Told told, BodyStore store, Attachment attachments, Shown shown, boolean verifying) {
        this.told = told;
        this.store = store;
        this.attachments = attachments;
        this.shown = shown;
        this.verifying = verifying;
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
        Nested nested =
                html ? text.html(name, parted.text(), !verifying, shown.around(leaf)) : text.plain(name, parted.text());
        if (!(nested instanceof Nested.Clean clean)) {
            Draft notice = attachments.notice(leaf.path(), name, ((Nested.Refused) nested).reason());
            return withFiles(piece, leaf, notice, parted.files());
        }
        boolean still = html && TextBody.isHtml(clean);
        boolean japanese = MessageOptions.japanese(piece.policy(), choice.japanese()) && !still;
        TextBody.Encoded encoded = text.encoded(clean.content(), japanese);
        BodyForm form = TextForm.of(encoded.bytes());
        List<HeaderLine> header = new ArrayList<>();
        header.add(Keeper.textType(
                still ? "text/html" : "text/plain", encoded.encoding().label().toLowerCase(Locale.ROOT), parameters));
        header.addAll(description);
        BodyStore.Span span = store.add(encoded.bytes());
        return withFiles(piece, leaf, Draft.of(whole -> new Entity.Leaf(header, span.in(whole), form)), parted.files());
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
