package jp.kiyome.office.doc.field;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.doc.raw.Pace;
import jp.kiyome.office.doc.text.Body;
import jp.kiyome.office.doc.text.Edit;
import jp.kiyome.office.doc.text.Story;
import jp.kiyome.office.field.ButtonField;
import jp.kiyome.office.field.FieldGrammar;
import jp.kiyome.office.field.FieldVerdict;
import jp.kiyome.office.value.AllowLines;

/**
 * Walks through the stories and decides on each field. One that may not stay leaves its result; one that may gets its instruction written
 * anew. The characters of the text say where fields are, not the tables beside it. Not thread-safe.
 */
public final class FieldWalk {

    private static final int BEGIN = 0x13;
    private static final int SEPARATE = 0x14;
    private static final int END = 0x15;
    private static final int NESTED = 0x40;
    private static final int HAS_RESULT = 0x80;
    private static final Map<String, Integer> TYPES = types();

    /** A field while the text is walked through. */
    private static final class Open {
        final int begin;
        final boolean inInstruction;
        final StringBuilder instruction = new StringBuilder();
        /** Fields in the instruction that are over, from and to: they go with it, or alone when it never ends. */
        final List<int[]> inner = new ArrayList<>();

        int separate = -1;
        boolean nested;

        Open(int begin, boolean inInstruction) {
            this.begin = begin;
            this.inInstruction = inInstruction;
        }
    }

    private final Body body;
    private final Edit edit;
    private final Forms forms;
    private final Session session;
    private final Pace pace;
    private final List<FieldMark> marks = new ArrayList<>();

    /** @param forms what form fields show that have no result */
    public FieldWalk(Body body, Edit edit, Forms forms, Session session) {
        this.body = body;
        this.edit = edit;
        this.forms = forms;
        this.session = session;
        this.pace = new Pace(session.budget());
    }

    /** What a form field shows. */
    @FunctionalInterface
    public interface Forms {

        /**
         * The text that a form field shows.
         *
         * @param place of the character that has the field's data
         */
        String shown(int place);
    }

    private static Map<String, Integer> types() {
        Map<String, Integer> types = new HashMap<>();
        AllowLines.of(FieldWalk.class, "types.allow")
                .forEach(words -> types.put(words.getFirst(), Integer.valueOf(words.get(1))));
        return Map.copyOf(types);
    }

    /** The characters of fields that stay, in their order. */
    public List<FieldMark> walk(Story story) {
        marks.clear();
        Deque<Open> open = new ArrayDeque<>();
        int end = body.lengths().end(story);
        for (int i = body.lengths().start(story); i < end; i++) {
            pace.step();
            character(i, open);
        }
        open.forEach(unended -> {
            tell("active.field", unended.instruction.toString());
            unended.inner.forEach(inner -> edit.dropWords(inner[0], inner[1]));
            edit.dropWords(unended.begin, unended.separate < 0 ? unended.begin + 1 : unended.separate + 1);
        });
        return marks.stream().sorted(Comparator.comparingInt(FieldMark::place)).toList();
    }

    private void character(int place, Deque<Open> open) {
        char c = body.text()[place];
        switch (c) {
            case BEGIN -> {
                boolean inside = !open.isEmpty() && open.peek().separate < 0;
                if (inside) {
                    open.peek().nested = true;
                    open.peek().instruction.append(FieldGrammar.NESTED);
                }
                open.push(new Open(place, inside || !open.isEmpty() && open.peek().inInstruction));
            }
            case SEPARATE -> {
                if (open.isEmpty() || open.peek().separate >= 0) {
                    edit.drop(place);
                } else {
                    open.peek().separate = place;
                }
            }
            case END -> {
                if (open.isEmpty()) {
                    edit.drop(place);
                } else {
                    Open field = open.pop();
                    if (field.inInstruction) {
                        // Dropped with the outermost that it stands in: each character is gone over once, however deep
                        // they nest.
                        open.element().inner.add(new int[] {field.begin, place + 1});
                    } else {
                        ended(field, place, !open.isEmpty());
                    }
                }
            }
            default -> {
                if (!open.isEmpty() && open.peek().separate < 0) {
                    open.peek().instruction.append(c);
                }
            }
        }
    }

    private void ended(Open field, int end, boolean within) {
        int behind = field.separate < 0 ? end : field.separate;
        String instruction = plain(field.instruction);
        FieldVerdict verdict = FieldGrammar.judge(instruction);
        if (verdict instanceof FieldVerdict.Allowed allowed && !field.nested && TYPES.containsKey(allowed.name())) {
            keep(field, end, within, allowed);
            return;
        }
        edit.dropWords(field.begin, behind + 1);
        edit.dropWords(end, end + 1);
        switch (verdict) {
            case FieldVerdict.Refused refused -> {
                tell(refused.reason().code(), refused.what().unescaped());
                if (field.separate < 0) {
                    ButtonField.of(instruction)
                            .ifPresent(button ->
                                    edit.insert(field.begin, instruction.substring(button.from(), button.to())));
                }
            }
            case FieldVerdict.Allowed allowed -> {
                boolean form = allowed.name().startsWith("FORM");
                tell(form ? "doc.form" : "active.field", allowed.name());
                if (form) {
                    shown(field, behind);
                }
            }
        }
    }

    /** Characters that hold data beside the text are no part of what programs read. */
    private static String plain(StringBuilder instruction) {
        StringBuilder plain = new StringBuilder(instruction.length());
        for (int i = 0; i < instruction.length(); i++) {
            char c = instruction.charAt(i);
            if (c != 1 && c != 8) {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** One character has the data of a form field. */
    private void shown(Open field, int behind) {
        for (int i = field.begin; i < behind; i++) {
            pace.step();
            if (body.text()[i] == 1) {
                edit.insert(field.begin, forms.shown(i));
                return;
            }
        }
    }

    private void keep(Open field, int end, boolean within, FieldVerdict.Allowed allowed) {
        int behind = field.separate < 0 ? end : field.separate;
        if (!allowed.instruction().contentEquals(field.instruction)) {
            edit.insert(field.begin + 1, allowed.instruction());
            edit.dropWords(field.begin + 1, behind);
        }
        marks.add(new FieldMark(field.begin, BEGIN, TYPES.getOrDefault(allowed.name(), 0)));
        if (field.separate >= 0) {
            marks.add(new FieldMark(field.separate, SEPARATE, 0xFF));
        }
        int how = (within ? NESTED : 0) | (field.separate >= 0 ? HAS_RESULT : 0);
        marks.add(new FieldMark(end, END, how));
    }

    private void tell(String code, String what) {
        String shown = what.length() > 80 ? what.substring(0, 80) : what;
        session.found(Finding.of(code, Action.REMOVED, Location.ofPart("WordDocument"), shown));
    }
}
