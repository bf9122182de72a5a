package jp.kiyome.message.keep;

import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;
import jp.kiyome.message.child.Told;
import jp.kiyome.message.mapi.MapiItem;
import jp.kiyome.message.mime.MimePart;
import jp.kiyome.message.mime.MimeReader;
import jp.kiyome.message.text.Words;
import jp.kiyome.message.write.Entity;
import jp.kiyome.message.write.HeaderLine;
import jp.kiyome.message.write.MessageWriter;

/**
 * A message taken apart, inspected, and kept in parts that can be written. What mail gateways work with: they may write the parts in another
 * arrangement, with fields and notices of their own.
 *
 * @param fields of the message, without those of MIME
 * @param root its parts
 */
public record MessageRebuild(List<HeaderLine> fields, Entity root) {

    public MessageRebuild {
        fields = List.copyOf(fields);
    }

    /**
     * Takes a message apart and keeps what may be kept.
     *
     * @param verifying whether it should be one of ours, in which nothing changes
     * @throws jp.kiyome.core.finding.Refusal where readers of mail do not agree on what it is, or all of it is refused
     */
    public static MessageRebuild of(Content message, Session session, boolean verifying) {
        return of(message, session, verifying, false);
    }

    /**
     * The same of a page that was saved with its pictures.
     *
     * @throws jp.kiyome.core.finding.Refusal besides, where there is no page in it
     */
    public static MessageRebuild ofPage(Content message, Session session, boolean verifying) {
        return of(message, session, verifying, true);
    }

    private static MessageRebuild of(Content message, Session session, boolean verifying, boolean page) {
        session.budget().checkTime();
        MimePart read = MimeReader.read(message, session.budget());
        Gist.tell(read.header(), session);
        Readings.compare(message, read, session);
        if (read.header().first("mime-version").isEmpty() && read.type().said()) {
            session.found(Finding.of("message.no-mime-version", Action.CHANGED, Location.wholeFile()));
        }
        Told told = new Told(session);
        List<HeaderLine> fields =
                page ? new PageKeeper(told).fields(read.header()) : new HeaderKeeper(told, "").keep(read.header());
        BodyStore store = new BodyStore(session.scratch());
        Keeper keeper = new Keeper(session, store, verifying, page);
        Draft root = page ? keeper.page(read) : keeper.keep(read);
        Content bodies = store.finish();
        return new MessageRebuild(fields, root.made().in(bodies));
    }

    /**
     * Makes a message of an Outlook item.
     *
     * @param item clean
     */
    public static MessageRebuild of(MapiItem item, Session session) {
        BodyStore store = new BodyStore(session.scratch());
        Told told = new Told(session);
        ItemParts parts = new ItemParts(session, told, store, new Attachment(session, store, told), false);
        Draft root = parts.message(item, "");
        List<HeaderLine> fields = ItemFields.of(item);
        return new MessageRebuild(fields, root.made().in(store.finish()));
    }

    /** What it is about, decoded, on one line; empty where it does not say. */
    public String subject() {
        return fields.stream()
                .filter(field -> field.name().equals("Subject"))
                .findFirst()
                .map(field -> Words.decode(field.value().replace("\r\n", "")).text())
                .orElse("");
    }

    /** Writes it. */
    public void write(Sink out) {
        MessageWriter.write(fields, root, out);
    }
}
