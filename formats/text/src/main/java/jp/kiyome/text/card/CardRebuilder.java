package jp.kiyome.text.card;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.text.chars.Losses;
import jp.kiyome.text.source.Tally;
import jp.kiyome.text.source.TextFile;
import jp.kiyome.text.source.TextRebuilder;
import jp.kiyome.text.source.TextTypes;

/** Rebuilds calendars and contacts, in memory. */
public final class CardRebuilder implements TextRebuilder {

    private static final long LARGEST = 64L << 20;

    @Override
    public List<FileType> types() {
        return List.of(TextTypes.CALENDAR, TextTypes.CONTACT);
    }

    @Override
    public void rebuild(FileType type, Content content, OutputStream out, Session session) {
        if (content.size() > LARGEST) {
            throw Refusal.of("card.too-large", Long.toString(content.size()));
        }
        TextFile file = TextFile.of(content);
        Losses losses = new Losses("");
        Tally tally = new Tally();
        CardRules rules = type.equals(TextTypes.CALENDAR) ? CardRules.CALENDAR : CardRules.CONTACT;
        List<ContentLine> read =
                Unfolded.lines(file.whole()).stream().map(ContentLine::parse).toList();
        List<ContentLine> kept = new CardFilter(rules, session, losses, tally).filter(read);
        boolean old = kept.stream()
                .anyMatch(line ->
                        line.name().equals("VERSION") && line.value().strip().equals("2.1"));
        try (Writer sink = file.sink(out);
                BufferedWriter writer = new BufferedWriter(sink)) {
            CardWriter lines = new CardWriter(writer, file.encoding(), !old);
            for (ContentLine line : kept) {
                lines.line(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        losses.tell(session::found);
        tally.tell(session::found);
    }
}
