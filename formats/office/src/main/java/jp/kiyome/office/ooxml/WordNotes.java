package jp.kiyome.office.ooxml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.kiyome.container.xml.Attributes;
import jp.kiyome.container.xml.ElementHook;
import jp.kiyome.container.xml.ElementHook.Fate;
import jp.kiyome.container.xml.XmlName;

/**
 * Footnotes, endnotes and comments of a document (ECMA-376-1 §17.11, §17.13.4): those that nothing in the output refers to go,
 * since no program shows them. Separators of footnotes have no reference and stay.
 *
 * <p>Parts are filtered in the order of {@link #rank}: what refers to a note comes before it, and tells as it goes by.
 */
final class WordNotes {

    private static final String UNREFERENCED = "content.unreferenced-note";

    private static final List<String> LAST =
            List.of("footnotes", "endnotes", "comments", "comments-extended", "comments-ids", "comments-extensible");

    private static final Map<String, String> REFERENCES = Map.of(
            "w:footnoteReference", "w:footnote", "w:endnoteReference", "w:endnote", "w:commentReference", "w:comment");

    private static final String PARAGRAPH = "w14:paraId";
    private static final String DURABLE = "w16cid:durableId";

    private final Set<String> known = new HashSet<>();

    /** What is known, in the order in which it came to be. */
    private final List<String> order = new ArrayList<>();

    /** When a part of this kind is carried, among those that belong to the document. */
    static int rank(PartKind kind) {
        return LAST.indexOf(kind.name()) + 1;
    }

    /** How much is known; for {@link #rollBack}. */
    int checkpoint() {
        return order.size();
    }

    /** Forgets what was told since: it is not in the output. */
    void rollBack(int checkpoint) {
        List<String> since = order.subList(checkpoint, order.size());
        since.forEach(known::remove);
        since.clear();
    }

    /** Whether an element is a note that goes with everything inside. */
    boolean unreferenced(XmlName name, Attributes attributes) {
        boolean footnote = name.is("w:footnote") || name.is("w:endnote");
        if (!footnote && !name.is("w:comment")) {
            return false;
        }
        String type = footnote ? attributes.text("w:type").strip() : "";
        return (type.isEmpty() || type.equals("normal")) && !known.contains(key(name.toString(), id(attributes)));
    }

    /** What an earlier hook drops refers to nothing. */
    private static ElementHook both(ElementHook earlier, ElementHook own) {
        return (name, attributes) -> {
            ElementHook.Fate fate = earlier.start(name, attributes);
            return fate instanceof ElementHook.Fate.Keep ? own.start(name, attributes) : fate;
        };
    }

    /** Adds its hooks to those of a part of this kind. */
    void addTo(Map<String, ElementHook> hooks, PartKind kind) {
        Map<String, ElementHook> own = new HashMap<>();
        switch (kind.name()) {
            case "document", "header", "footer", "footnotes", "endnotes", "comments" -> {
                ElementHook refers = (name, attributes) -> reference(kind, name, attributes);
                ElementHook note = (name, attributes) -> fate(!unreferenced(name, attributes));
                own.put("w:CT_FtnEdnRef", refers);
                own.put("w:CT_Markup", refers);
                own.put("w:CT_FtnEdn", note);
                own.put("w:CT_Comment", note);
                own.put("w:CT_CommentP", (name, attributes) -> paragraph(attributes));
            }
            case "comments-extended" -> own.put("w15:CT_CommentEx", (name, attributes) -> extended(attributes));
            case "comments-ids" -> own.put("w16cid:CT_CommentId", (name, attributes) -> identified(attributes));
            case "comments-extensible" ->
                own.put(
                        "w16cex:CT_CommentExtensible",
                        (name, attributes) -> fate(knows(DURABLE, attributes.text("w16cex:durableId"))));
            default -> {}
        }
        own.forEach((type, hook) -> hooks.merge(type, hook, WordNotes::both));
    }

    /** In a part that is not filtered before its notes are, a reference to a note that nothing before refers to goes. */
    private Fate reference(PartKind kind, XmlName name, Attributes attributes) {
        String note = REFERENCES.get(name.toString());
        if (note == null) {
            return Fate.keep();
        }
        if (rank(kind) > LAST.indexOf(note.substring(2) + "s")) {
            return fate(known.contains(key(note, id(attributes))));
        }
        learn(key(note, id(attributes)));
        return Fate.keep();
    }

    private Fate paragraph(Attributes attributes) {
        learn(key(PARAGRAPH, hex(attributes.text(PARAGRAPH))));
        return Fate.keep();
    }

    private Fate extended(Attributes attributes) {
        if (!knows(PARAGRAPH, attributes.text("w15:paraIdParent"))) {
            attributes.remove("w15:paraIdParent");
        }
        return fate(knows(PARAGRAPH, attributes.text("w15:paraId")));
    }

    private Fate identified(Attributes attributes) {
        boolean stays = knows(PARAGRAPH, attributes.text("w16cid:paraId"));
        if (stays) {
            learn(key(DURABLE, hex(attributes.text(DURABLE))));
        }
        return fate(stays);
    }

    private boolean knows(String what, String id) {
        return known.contains(key(what, hex(id)));
    }

    private void learn(String key) {
        if (known.add(key)) {
            order.add(key);
        }
    }

    private static Fate fate(boolean stays) {
        return stays ? Fate.keep() : Fate.drop(UNREFERENCED);
    }

    private static String key(String what, String id) {
        return what + ' ' + id;
    }

    /** Numbers may be written in more than one way (ST_DecimalNumber). */
    private static String id(Attributes attributes) {
        String id = attributes.text("w:id").strip();
        return id.matches("[+-]?[0-9]{1,18}") ? Long.toString(Long.parseLong(id)) : id;
    }

    private static String hex(String id) {
        return id.strip().toUpperCase(Locale.ROOT);
    }
}
