package jp.kiyome.office.ooxml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import jp.kiyome.container.xml.Attributes;
import jp.kiyome.container.xml.ElementHook;
import jp.kiyome.container.xml.FilterHost;
import jp.kiyome.container.xml.Utf8;
import jp.kiyome.container.xml.XmlName;
import jp.kiyome.container.xml.XmlReader;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.core.finding.Action;
import jp.kiyome.office.field.ButtonField;
import jp.kiyome.office.field.FieldGrammar;
import jp.kiyome.office.field.FieldVerdict;

/**
 * The fields of one WordprocessingML part (ECMA-376-1 §17.16). A complex field is known only when it ends, long after its
 * beginning is to be written, so the part is looked through first. A field that is not allowed leaves its result as text.
 */
final class WordFields {

    private static final String TEXT =
            "<w:t xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xml:space=\"preserve\">";

    /** What may stand between the beginning of a field and its result, beside the instruction: what holds runs and marks ranges. */
    private static final Set<String> AROUND_INSTRUCTION = Set.of(
            "w:p",
            "w:r",
            "w:ins",
            "w:del",
            "w:moveFrom",
            "w:moveTo",
            "w:proofErr",
            "w:bookmarkStart",
            "w:bookmarkEnd",
            "w:commentRangeStart",
            "w:commentRangeEnd",
            "w:permStart",
            "w:permEnd",
            "w:lastRenderedPageBreak");

    /** Nothing in these is content. */
    private static final Set<String> PROPERTIES = Set.of("w:rPr", "w:pPr", "w:fldChar");

    /** Everything that runs contain, and formulas: none of it is seen before a field's result. */
    private static final List<String> CONTENT = List.of(
            "w:CT_Text",
            "w:CT_Drawing",
            "w:CT_Picture",
            "w:CT_Object",
            "w:CT_Br",
            "w:CT_Empty",
            "w:CT_Sym",
            "w16se:CT_SymEx",
            "w:CT_PTab",
            "w:CT_Ruby",
            "w:CT_FtnEdnRef",
            "w:CT_Markup",
            "m:CT_OMath",
            "m:CT_OMathPara");

    /** A field while the part is looked through. */
    private static final class Open {
        final long begin;
        final StringBuilder instruction = new StringBuilder();
        /** The elements that hold the instruction, with the place in it where the text of each begins. */
        final NavigableMap<Long, Integer> pieces = new TreeMap<>();

        final Set<Long> deleted = new HashSet<>();
        final boolean inInstruction;
        long separate;
        boolean hasResult;
        boolean nested;
        /** What stands among the instruction's pieces and is none: programs read its text as part of the instruction. */
        String stranger = "";

        Open(long begin, boolean inInstruction) {
            this.begin = begin;
            this.inInstruction = inInstruction;
        }

        void piece(XmlName element, long ordinal) {
            pieces.put(ordinal, instruction.length());
            if (element.is("w:delInstrText")) {
                deleted.add(ordinal);
            }
        }
    }

    /** Of each field that stays: the element that holds its instruction's first piece, and the instruction. */
    private final Map<Long, String> instructions = new HashMap<>();

    /** Why a field goes, by the element that begins it. */
    private record Refused(String code, String what) {}

    private final Map<Long, Refused> refused = new HashMap<>();

    /** By the elements that begin them, refused fields that show part of their instruction. */
    private final Set<Long> buttons = new HashSet<>();

    /** Of those, what each piece of the instruction shows. */
    private final Map<Long, String> shown = new HashMap<>();

    /** The elements that hold a piece of a field's instruction. */
    private final Set<Long> pieces = new HashSet<>();

    private final FilterHost host;
    private final Set<Long> keptCharacters = new HashSet<>();
    private final Deque<Boolean> hidden = new ArrayDeque<>();
    private String piece = "";

    WordFields(FilterHost host) {
        this.host = host;
    }

    /** What the filter is going to drop with everything inside, so that no field is in it. */
    @FunctionalInterface
    interface Dropped {
        boolean goes(XmlName name, Attributes attributes);
    }

    /** Looks through the part, but for what is dropped. */
    void survey(OpcPackage opc, ZipMember part, Dropped dropped) {
        if (!opc.mayName(part, "fldChar")) {
            return;
        }
        opc.read(part, in -> {
            look(opc.reader(in, part.name()), dropped);
            return part;
        });
    }

    private void look(XmlReader reader, Dropped dropped) {
        Deque<Open> open = new ArrayDeque<>();
        boolean code = false;
        int properties = 0;
        for (XmlReader.Event event = reader.next(); event != XmlReader.Event.DOCUMENT_END; event = reader.next()) {
            switch (event) {
                case START -> {
                    if (dropped.goes(reader.name(), reader.attributes())) {
                        skip(reader);
                        continue;
                    }
                    code = isCode(reader.name());
                    if (properties == 0) {
                        started(reader, open);
                        properties = !open.isEmpty()
                                        && PROPERTIES.contains(reader.name().toString())
                                ? reader.depth()
                                : 0;
                    }
                }
                case TEXT -> {
                    if (code && !open.isEmpty() && open.peek().separate == 0) {
                        open.peek().instruction.append(reader.text());
                    }
                }
                case END -> {
                    code = false;
                    properties = reader.depth() == properties ? 0 : properties;
                }
                case DOCUMENT_END -> throw new IllegalStateException("the loop has ended");
            }
        }
    }

    private void started(XmlReader reader, Deque<Open> open) {
        XmlName name = reader.name();
        if (name.is("w:fldChar")) {
            character(reader.attributes(), open);
        } else if (!open.isEmpty() && isCode(name)) {
            open.peek().piece(name, reader.attributes().ordinal());
            if (open.peek().separate == 0) {
                pieces.add(reader.attributes().ordinal());
            }
        } else if (!open.isEmpty()) {
            open.peek().hasResult |= name.is("w:t") && open.peek().separate != 0;
            String key = name.toString();
            if (!AROUND_INSTRUCTION.contains(key) && !PROPERTIES.contains(key)) {
                for (Open field : open) {
                    field.stranger = field.separate == 0 && field.stranger.isEmpty() ? key : field.stranger;
                }
            }
        }
    }

    private static void skip(XmlReader reader) {
        for (int depth = 1; depth > 0; ) {
            XmlReader.Event event = reader.next();
            depth += event == XmlReader.Event.START ? 1 : event == XmlReader.Event.END ? -1 : 0;
        }
    }

    private static boolean isCode(XmlName name) {
        return name.is("w:instrText") || name.is("w:delInstrText");
    }

    private void character(Attributes attributes, Deque<Open> open) {
        long at = attributes.ordinal();
        switch (attributes.text("w:fldCharType")) {
            case "begin" -> {
                boolean inside = !open.isEmpty() && open.peek().separate == 0;
                if (inside) {
                    open.peek().nested = true;
                }
                open.push(new Open(at, inside || !open.isEmpty() && open.peek().inInstruction));
            }
            case "separate" -> {
                if (!open.isEmpty() && open.peek().separate == 0) {
                    open.peek().separate = at;
                }
            }
            case "end" -> {
                if (!open.isEmpty()) {
                    ended(open.pop(), at);
                }
            }
            default -> {}
        }
    }

    private void ended(Open field, long end) {
        if (field.nested || field.inInstruction || field.pieces.isEmpty()) {
            return;
        }
        if (!field.stranger.isEmpty()) {
            String code = FieldGrammar.judge(field.instruction) instanceof FieldVerdict.Refused grammar
                    ? grammar.reason().code()
                    : "active.field";
            refused.put(field.begin, new Refused(code, field.stranger));
            return;
        }
        switch (FieldGrammar.judge(field.instruction)) {
            case FieldVerdict.Refused(FieldVerdict.Reason reason, var what) -> {
                refused.put(field.begin, new Refused(reason.code(), what.unescaped()));
                if (!field.hasResult) {
                    ButtonField.of(field.instruction).ifPresent(button -> shows(field, button));
                }
            }
            case FieldVerdict.Allowed allowed -> {
                keptCharacters.add(field.begin);
                keptCharacters.add(field.separate);
                keptCharacters.add(end);
                instructions.put(field.pieces.firstKey(), allowed.instruction());
            }
        }
    }

    /** A button shows part of its instruction: each piece of that becomes text where it stands. */
    private void shows(Open field, ButtonField button) {
        buttons.add(field.begin);
        field.pieces.forEach((piece, start) -> {
            Map.Entry<Long, Integer> next = field.pieces.higherEntry(piece);
            int from = Math.max(start, button.from());
            int to = Math.min(next == null ? field.instruction.length() : next.getValue(), button.to());
            if (from < to && !field.deleted.contains(piece)) {
                shown.put(piece, field.instruction.substring(from, to));
            }
        });
    }

    Map<String, ElementHook> hooks() {
        ElementHook content =
                (name, attributes) -> inInstruction() ? ElementHook.Fate.drop("") : ElementHook.Fate.keep();
        Map<String, ElementHook> hooks = new HashMap<>();
        CONTENT.forEach(type -> hooks.put(type, content));
        hooks.put("w:CT_FldChar", this::fieldCharacter);
        hooks.put("w:CT_InstrText", this::code);
        hooks.put("w:CT_SimpleField", this::simple);
        return hooks;
    }

    private boolean inInstruction() {
        return hidden.contains(true);
    }

    private ElementHook.Fate fieldCharacter(XmlName name, Attributes attributes) {
        boolean kept = keptCharacters.contains(attributes.ordinal());
        String type = attributes.text("w:fldCharType");
        switch (type) {
            case "begin" -> hidden.push(!kept && !buttons.contains(attributes.ordinal()));
            case "separate" -> {
                if (!hidden.isEmpty()) {
                    hidden.pop();
                    hidden.push(false);
                }
            }
            default -> hidden.poll();
        }
        if (kept) {
            return ElementHook.Fate.keep();
        }
        if (type.equals("begin")) {
            Refused why = refused.getOrDefault(attributes.ordinal(), new Refused("active.field", ""));
            host.found(why.code, Action.REMOVED, name.toString(), why.what);
        }
        return ElementHook.Fate.drop("");
    }

    private ElementHook.Fate code(XmlName name, Attributes attributes) {
        String text = shown.get(attributes.ordinal());
        if (text != null) {
            return new ElementHook.Fate.Replace("", TEXT + escaped(text) + "</w:t>");
        }
        piece = instructions.getOrDefault(attributes.ordinal(), "");
        if (piece.isEmpty()) {
            // A piece of a field was told of with it, or stands joined in the first; one outside a field tells of
            // itself.
            return ElementHook.Fate.drop(pieces.contains(attributes.ordinal()) ? "" : "active.field");
        }
        return ElementHook.Fate.keep();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private ElementHook.Fate simple(XmlName name, Attributes attributes) {
        return attributes.text("w:instr").isEmpty() ? ElementHook.Fate.unwrap() : ElementHook.Fate.keep();
    }

    /** The whole instruction stands in its first piece; for a simple field it is the value itself. */
    String judge(Utf8 value) {
        if (!piece.isEmpty()) {
            value.set(piece);
            piece = "";
            return FilterHost.ACCEPTED;
        }
        return switch (FieldGrammar.judge(value.toString())) {
            case FieldVerdict.Refused(FieldVerdict.Reason reason, var what) -> reason.code();
            case FieldVerdict.Allowed allowed -> {
                value.set(allowed.instruction());
                yield FilterHost.ACCEPTED;
            }
        };
    }
}
