package jp.kiyome.message.mapi;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import jp.kiyome.core.charset.Encoding;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.spi.Surroundings;
import jp.kiyome.message.child.HtmlBody;
import jp.kiyome.message.child.TextBody;
import jp.kiyome.message.child.Told;
import jp.kiyome.message.text.Charsets;
import jp.kiyome.message.text.Codec;

/** The bodies of an item: plain, HTML, and rich text, of which the text alone comes out, and only where there is no other. Not thread-safe. */
final class ItemBodies {

    private static final int BODY = 0x1000;
    private static final int RTF = 0x1009;
    private static final int HTML = 0x1013;
    private static final Charsets.Choice UTF_8 = new Charsets.Choice(new Codec.Core(Encoding.UTF_8), true, true);

    private final Session session;
    private final Told told;
    private final Surroundings around;
    private final boolean verifying;

    ItemBodies(Session session, Told told, Surroundings around, boolean verifying) {
        this.session = session;
        this.told = told;
        this.around = around;
        this.verifying = verifying;
    }

    /** @param notices takes notices for bodies that are refused */
    void keep(MapiItem item, String label, String part, SortedMap<Integer, MapiValue> kept, List<MapiItem> notices) {
        Optional<String> plain =
                Optional.ofNullable(item.properties().get(BODY)).flatMap(v -> ItemKeeper.text(v, label));
        Optional<Content> html = html(item);
        Optional<Content> rtf = item.properties().get(RTF) instanceof MapiValue.Bytes(Content bytes)
                ? Optional.of(bytes)
                : Optional.empty();
        if (rtf.isPresent()) {
            told.changed("message.rtf-body", part, "");
            if (plain.filter(text -> !text.isBlank()).isEmpty() && html.isEmpty()) {
                RtfBody.Read read = RtfBody.read(CompressedRtf.decompress(rtf.get(), session.budget()));
                plain = read.html() ? plain : Optional.of(read.text());
                html = read.html() ? Optional.of(ItemKeeper.utf8(read.text())) : html;
            }
        }
        plain.filter(text -> !text.isEmpty()).ifPresent(text -> plain(text, part, kept, notices));
        html.filter(bytes -> bytes.size() > 0).ifPresent(bytes -> html(bytes, label, part, kept, notices));
    }

    private static Optional<Content> html(MapiItem item) {
        MapiValue value = item.properties().get(HTML);
        return value instanceof MapiValue.Bytes(Content bytes)
                ? Optional.of(bytes)
                : value instanceof MapiValue.Coded(Content coded)
                        ? Optional.of(coded)
                        : value instanceof MapiValue.Text(String text)
                                ? Optional.of(ItemKeeper.utf8(text))
                                : Optional.empty();
    }

    private void plain(String text, String part, SortedMap<Integer, MapiValue> kept, List<MapiItem> notices) {
        Content bytes = new TextBody(session).decoded(ItemKeeper.utf8(wellFormed(text)), UTF_8);
        switch (new TextBody(session).plain("body.txt", bytes)) {
            case Nested.Clean clean -> kept.put(BODY, new MapiValue.Text(string(clean.content())));
            case Nested.Refused refused -> notices.add(ItemKeeper.notice(session, part, "body.txt", refused));
        }
    }

    private void html(
            Content html, String label, String part, SortedMap<Integer, MapiValue> kept, List<MapiItem> notices) {
        Charsets.Choice choice = Charsets.choose(html, label);
        Content text = new TextBody(session).decoded(html, choice);
        HtmlBody.Kept body = new HtmlBody(session, verifying).keep("body.html", text, around);
        body.beside().ifPresent(beside -> {
            if (!kept.containsKey(BODY)) {
                told.changed("message.text-added", part, "");
            }
            replace(string(beside), part, kept);
        });
        switch (body.body()) {
            case Nested.Clean clean -> {
                Content written =
                        new TextBody(session).decoded(clean.content(), Charsets.choose(clean.content(), "utf-8"));
                if (body.isHtml()) {
                    kept.put(HTML, new MapiValue.Bytes(written));
                } else if (body.turned()) {
                    told.changed("message.html-as-text", part, "");
                    if (!body.whole()) {
                        told.removed("message.hidden-text", part, "");
                    }
                    replace(string(written), part, kept);
                } else {
                    kept.putIfAbsent(BODY, new MapiValue.Text(string(written)));
                }
            }
            case Nested.Refused refused -> notices.add(ItemKeeper.notice(session, part, "body.html", refused));
        }
    }

    /** The text made of the page stands in the place of any other. */
    private void replace(String text, String part, SortedMap<Integer, MapiValue> kept) {
        MapiValue now = new MapiValue.Text(text);
        MapiValue before = kept.put(BODY, now);
        if (before != null && !before.equals(now)) {
            told.removed("message.alternative", part, "");
        }
    }

    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\0", "");
    }

    private static String string(Content utf8) {
        byte[] bytes = new byte[Math.toIntExact(utf8.size())];
        utf8.copy(0, bytes, 0, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
