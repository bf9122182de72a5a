package jp.kiyome.message.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.spi.Session;
import jp.kiyome.message.child.TextBody;
import jp.kiyome.message.child.Told;
import jp.kiyome.message.mapi.ItemKeeper;
import jp.kiyome.message.mapi.MapiItem;
import jp.kiyome.message.mapi.MapiValue;
import jp.kiyome.message.tnef.TnefReader;
import jp.kiyome.message.write.Entity;
import jp.kiyome.message.write.HeaderLine;
import jp.kiyome.message.write.MessageWriter;
import jp.kiyome.message.write.TextForm;

/** Bodies and files of an Outlook item as parts of a message. Not thread-safe. */
final class ItemParts {

    private final Session session;
    private final Told told;
    private final BodyStore store;
    private final Attachment attachments;
    private final boolean verifying;

    ItemParts(Session session, Told told, BodyStore store, Attachment attachments, boolean verifying) {
        this.session = session;
        this.told = told;
        this.store = store;
        this.attachments = attachments;
        this.verifying = verifying;
    }

    /** What stands in a TNEF file of a mail. */
    Draft opened(Content tnef, String part) {
        MapiItem item = TnefReader.read(tnef, session);
        return message(new ItemKeeper(session, verifying).message(item, part), part);
    }

    /** @param item clean */
    Draft message(MapiItem item, String part) {
        List<Draft> bodies = new ArrayList<>();
        if (item.properties().get(0x1000) instanceof MapiValue.Text(String text) && !text.isBlank()) {
            bodies.add(body("text/plain", HeapContent.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        }
        if (item.properties().get(0x1013) instanceof MapiValue.Bytes(Content html)) {
            bodies.add(body("text/html", html));
        }
        List<Draft> all = new ArrayList<>();
        if (bodies.size() > 1) {
            all.add(joined("alternative", bodies));
        } else {
            all.addAll(bodies);
        }
        for (MapiItem file : item.attachments()) {
            all.add(file(file, part));
        }
        if (all.isEmpty()) {
            told.changed("message.empty-multipart", part, "");
            return body("text/plain", HeapContent.of(new byte[0]));
        }
        return all.size() == 1 ? all.getFirst() : joined("mixed", all);
    }

    private static Draft joined(String type, List<Draft> parts) {
        return Draft.of(whole -> Entity.Multipart.of(
                type, parts.stream().map(d -> d.made().in(whole)).toList()));
    }

    private Draft body(String type, Content utf8) {
        TextBody.Encoded encoded = new TextBody(session).encoded(utf8, false);
        Encoding encoding = encoded.encoding();
        HeaderLine line = Keeper.textType(type, encoding.label().toLowerCase(Locale.ROOT), List.of());
        BodyStore.Span span = store.add(encoded.bytes());
        var form = TextForm.of(encoded.bytes());
        return Draft.of(whole -> new Entity.Leaf(List.of(line), span.in(whole), form));
    }

    private Draft file(MapiItem file, String part) {
        List<HeaderLine> header = ItemFields.text(file, 0x3712)
                .map(id -> List.of(new HeaderLine("Content-ID", "<" + id + ">")))
                .orElse(List.of());
        if (file.inside().isPresent()) {
            Attachment.Described described =
                    new Attachment.Described(part, "message.eml", true, List.of(), header, java.util.Optional.empty());
            return attachments.made(
                    described,
                    "message.eml",
                    "message/rfc822",
                    nested(file.inside().get()));
        }
        String name = ItemFields.text(file, 0x3707).orElse("attachment");
        String type = ItemFields.text(file, 0x370E).orElse("application/octet-stream");
        Content bytes = file.properties().get(0x3701) instanceof MapiValue.Bytes(Content data)
                ? data
                : HeapContent.of(new byte[0]);
        Attachment.Described described =
                new Attachment.Described(part, name, true, List.of(), header, java.util.Optional.empty());
        return attachments.made(described, name, type, bytes);
    }

    private Content nested(MapiItem item) {
        BodyStore own = new BodyStore(session.scratch());
        Attachment files = new Attachment(session, own, told);
        Draft root = new ItemParts(session, told, own, files, verifying).message(item, "");
        Sink out = session.scratch();
        MessageWriter.write(ItemFields.of(item), root.made().in(own.finish()), out);
        return out.finish();
    }
}
