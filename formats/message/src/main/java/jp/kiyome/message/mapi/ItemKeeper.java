package jp.kiyome.message.mapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.spi.Surroundings;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.message.child.NoticeFile;
import jp.kiyome.message.child.PageAddress;
import jp.kiyome.message.child.Pictures;
import jp.kiyome.message.child.Told;

/** Copies the properties that the lists name into a new item, each value read and written anew. Not thread-safe. */
public final class ItemKeeper {

    private static final Pattern CID = Pattern.compile("[A-Za-z0-9!#$%&*+/=?^_{|}~@.:-]{1,200}");
    private static final int DISPLAY_NAME = 0x3001;
    private static final int CODEPAGE = 0x3FFD;
    private static final int INTERNET_CODEPAGE = 0x3FDE;
    private static final int MOST_TEXTS = 100;
    private static final int CONTENT_ID = 0x3712;
    private static final int MIME_TAG = 0x370E;
    private static final int SUPPORT = 0x340D;

    /** Properties and texts are Unicode ([MS-OXPROPS] 2.1027, STORE_UNICODE_OK). */
    private static final long UNICODE = 0x00040E79;

    private final Session session;
    private final Told told;
    private final boolean verifying;

    public ItemKeeper(Session session, boolean verifying) {
        this.session = session;
        this.told = new Told(session);
        this.verifying = verifying;
    }

    /**
     * Keeps what may be kept of an item.
     *
     * @param part where the item stands; empty for the outermost
     */
    public MapiItem message(MapiItem item, String part) {
        tellLost(item, part);
        String label = CodePage.label(item.number(CODEPAGE).or(() -> item.number(INTERNET_CODEPAGE)));
        SortedMap<Integer, MapiValue> kept = properties(item, PropertyRule.Scope.MESSAGE, label, part);
        List<MapiItem> files = files(item, label, part);
        List<MapiItem> notices = new ArrayList<>();
        new ItemBodies(session, told, shown(files), verifying).keep(item, label, part, kept, notices);
        files.addAll(notices);
        kept.put(SUPPORT, new MapiValue.Fixed(MapiValue.INT, UNICODE));
        kept.put(CODEPAGE, new MapiValue.Fixed(MapiValue.INT, 65001));
        kept.put(INTERNET_CODEPAGE, new MapiValue.Fixed(MapiValue.INT, 65001));
        List<MapiItem> recipients = new ArrayList<>();
        for (MapiItem recipient : item.recipients()) {
            tellLost(recipient, part);
            SortedMap<Integer, MapiValue> of = properties(recipient, PropertyRule.Scope.RECIPIENT, label, part);
            of.put(0x3000, new MapiValue.Fixed(MapiValue.INT, recipients.size()));
            recipients.add(MapiItem.of(of));
        }
        if (!files.isEmpty() || kept.containsKey(0x0E1B)) {
            kept.put(0x0E1B, new MapiValue.Fixed(MapiValue.BOOL, files.isEmpty() ? 0 : 1));
        }
        return new MapiItem(
                kept, named(item, label, part), 0, recipients, numbered(files), Optional.empty(), List.of());
    }

    private List<MapiItem> files(MapiItem item, String label, String part) {
        int number = 0;
        List<MapiItem> files = new ArrayList<>();
        for (MapiItem attachment : item.attachments()) {
            String place = (part.isEmpty() ? "" : part + "/") + "attachment-" + ++number;
            new ItemAttachment(session, told, this)
                    .keep(attachment, label, place)
                    .ifPresent(files::add);
        }
        return files;
    }

    /** The pictures among the files that come out: the HTML body names them by identifier. */
    private static Surroundings shown(List<MapiItem> files) {
        Pictures pictures = new Pictures();
        for (MapiItem file : files) {
            boolean picture =
                    file.properties().get(MIME_TAG) instanceof MapiValue.Text(String type) && type.startsWith("image/");
            if (picture && file.properties().get(CONTENT_ID) instanceof MapiValue.Text(String id)) {
                pictures.add(id);
            }
        }
        return pictures.around(new PageAddress(""));
    }

    private static List<MapiItem> numbered(List<MapiItem> files) {
        List<MapiItem> numbered = new ArrayList<>();
        for (MapiItem file : files) {
            SortedMap<Integer, MapiValue> all = new TreeMap<>(file.properties());
            all.put(0x0E21, new MapiValue.Fixed(MapiValue.INT, numbered.size()));
            numbered.add(new MapiItem(all, new TreeMap<>(), 0, List.of(), List.of(), file.inside(), List.of()));
        }
        return numbered;
    }

    void tellLost(MapiItem item, String part) {
        item.lost().forEach(name -> told.removed("message.unknown-stream", part, name));
        for (int i = 0; i < item.unnamed(); i++) {
            told.removed("message.named-property", part, "");
        }
    }

    SortedMap<Integer, MapiValue> properties(MapiItem item, PropertyRule.Scope scope, String label, String part) {
        SortedMap<Integer, MapiValue> kept = new TreeMap<>();
        item.properties().forEach((id, value) -> {
            Optional<PropertyRule> rule = PropertyRule.of(scope, id);
            if (rule.isEmpty()) {
                told.removed("message.property", part, "%04X".formatted(id));
                return;
            }
            value(rule.get(), value, label, part).ifPresent(clean -> kept.put(id, clean));
        });
        return kept;
    }

    private SortedMap<MapiItem.Name, MapiValue> named(MapiItem item, String label, String part) {
        SortedMap<MapiItem.Name, MapiValue> kept = new TreeMap<>();
        for (Map.Entry<MapiItem.Name, MapiValue> entry : item.named().entrySet()) {
            MapiItem.Name name = entry.getKey();
            Optional<PropertyRule> rule = PropertyRule.of(name);
            boolean sound = name.id() == 0x851F || name.id() == 0x851C;
            if (rule.isEmpty()) {
                String code = sound ? "message.reminder-file" : "message.named-property";
                told.removed(code, part, name.set() + " %04X".formatted(name.id()) + name.text());
            } else {
                value(rule.get(), entry.getValue(), label, part).ifPresent(clean -> kept.put(name, clean));
            }
        }
        return kept;
    }

    /** The value of a property as it is written; empty where it is not what the list says, or goes another way. */
    private Optional<MapiValue> value(PropertyRule rule, MapiValue value, String label, String part) {
        Optional<MapiValue> kept =
                switch (rule.kind()) {
                    case INT -> fixed(value, MapiValue.INT);
                    case BOOL ->
                        fixed(value, MapiValue.BOOL)
                                .map(b -> new MapiValue.Fixed(MapiValue.BOOL, ((MapiValue.Fixed) b).bits() & 1));
                    case TIME -> fixed(value, MapiValue.TIME);
                    case REAL -> fixed(value, MapiValue.REAL);
                    case TEXT -> text(value, label).map(text -> new MapiValue.Text(clean(text)));
                    case TEXTS -> texts(value);
                    case CLASS -> text(value, label).map(text -> messageClass(text, part));
                    case CID ->
                        text(value, label)
                                .filter(text -> CID.matcher(text).matches())
                                .map(MapiValue.Text::new);
                    case BODY, HTML, RTF, DATA, MADE -> Optional.empty();
                };
        boolean elsewhere =
                switch (rule.kind()) {
                    case BODY, HTML, RTF, DATA, MADE -> true;
                    case INT, BOOL, TIME, REAL, TEXT, TEXTS, CLASS, CID -> false;
                };
        if (kept.isEmpty() && !elsewhere) {
            told.removed("message.property-value", part, rule.name());
        }
        return kept;
    }

    private static Optional<MapiValue> fixed(MapiValue value, int type) {
        return Optional.of(value).filter(v -> v instanceof MapiValue.Fixed fixed && fixed.type() == type);
    }

    private static Optional<MapiValue> texts(MapiValue value) {
        return value instanceof MapiValue.Texts(List<String> texts) && texts.size() <= MOST_TEXTS
                ? Optional.of(new MapiValue.Texts(
                        texts.stream().map(ItemKeeper::clean).toList()))
                : Optional.empty();
    }

    static Optional<String> text(MapiValue value, String label) {
        return switch (value) {
            case MapiValue.Text(String text) -> Optional.of(text);
            case MapiValue.Coded(Content bytes) -> CodePage.text(bytes, label);
            case MapiValue.Fixed ignored -> Optional.empty();
            case MapiValue.Bytes ignored -> Optional.empty();
            case MapiValue.Texts ignored -> Optional.empty();
            case MapiValue.Other ignored -> Optional.empty();
        };
    }

    /** Without controls but line breaks and tabs, and without what turns the reading direction. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            boolean hides = type == Character.CONTROL && point != '\n' && point != '\r' && point != '\t' && point != 1
                    || type == Character.SURROGATE
                    || point >= 0x202A && point <= 0x202E
                    || point >= 0x2066 && point <= 0x2069;
            if (!hides) {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString();
    }

    /** A class of the list, or the one it is derived from: the rest names a form, which is a program. */
    private MapiValue messageClass(String text, String part) {
        String wanted = Ascii.lower(text);
        if (wanted.startsWith("ipm.note.smime") || wanted.startsWith("ipm.note.secure")) {
            throw Refusal.of(wanted.endsWith("signed") ? "message.signed-opaque" : "message.encrypted", text);
        }
        String best = "";
        for (List<String> row : PropertyRule.rows("message-classes.tsv")) {
            String listed = row.getFirst();
            boolean fits = wanted.equals(Ascii.lower(listed)) || wanted.startsWith(Ascii.lower(listed) + ".");
            best = fits && listed.length() > best.length() ? listed : best;
        }
        if (best.isEmpty()) {
            throw Refusal.of("message.message-class", text);
        }
        if (!Ascii.lower(best).equals(wanted)) {
            told.changed("message.message-class", part, text);
        }
        return new MapiValue.Text(best);
    }

    /** A file of a name that is clean already. */
    static MapiItem file(String name, String mediaType, Content content) {
        SortedMap<Integer, MapiValue> properties = new TreeMap<>();
        names(properties, name, mediaType);
        properties.put(0x3701, new MapiValue.Bytes(content));
        properties.put(0x3705, new MapiValue.Fixed(MapiValue.INT, 1));
        properties.put(0x0E20, new MapiValue.Fixed(MapiValue.INT, Math.min(Integer.MAX_VALUE, content.size())));
        properties.put(0x370B, new MapiValue.Fixed(MapiValue.INT, 0xFFFFFFFFL));
        return MapiItem.of(properties);
    }

    static void names(SortedMap<Integer, MapiValue> properties, String name, String mediaType) {
        int dot = name.lastIndexOf('.');
        properties.put(DISPLAY_NAME, new MapiValue.Text(name));
        properties.put(0x3703, new MapiValue.Text(dot < 0 ? "" : name.substring(dot)));
        properties.put(0x3704, new MapiValue.Text(name));
        properties.put(0x3707, new MapiValue.Text(name));
        properties.put(0x370E, new MapiValue.Text(mediaType));
        properties.put(0x0FFE, new MapiValue.Fixed(MapiValue.INT, 7));
    }

    static MapiItem notice(Session session, String part, String name, Nested.Refused refused) {
        NoticeFile notice = NoticeFile.of(session, part, name, refused.reason());
        return file(notice.name(), "text/plain", notice.text());
    }

    static Content utf8(String text) {
        return HeapContent.of(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
