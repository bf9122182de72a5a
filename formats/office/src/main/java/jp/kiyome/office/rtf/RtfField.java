package jp.kiyome.office.rtf;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.finding.Action;
import jp.kiyome.office.field.FieldGrammar;
import jp.kiyome.office.field.FieldVerdict;
import jp.kiyome.office.finding.FindingTally;

/**
 * A field being read (RTF 1.9.1, "Fields"). Its instruction comes in pieces of text with other fields between; once it is complete the
 * grammar of fields decides. A field that goes leaves its result.
 */
final class RtfField {

    private static final int LONGEST = FieldGrammar.LONGEST + 1;

    private final StringBuilder instruction = new StringBuilder();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<String> nested = new ArrayList<>();
    private final List<String> flags = new ArrayList<>();
    private final StringBuilder looks = new StringBuilder();
    private final StringBuilder form = new StringBuilder();
    private int codePage = CodePages.WESTERN;
    private boolean started;
    private boolean decided;
    private boolean kept;

    /** Begins the instruction; false for a second one. */
    boolean begin() {
        boolean first = !started;
        started = true;
        return first;
    }

    boolean kept() {
        return kept;
    }

    boolean decided() {
        return decided;
    }

    void flag(String name) {
        if (!decided && flags.size() < 8 && !flags.contains(name)) {
            flags.add(name);
        }
    }

    /** Formatting of the first character, which is that of the result when a program makes it again. */
    void looks(String words) {
        if (instruction.isEmpty() && bytes.size() == 0 && looks.length() < 4096) {
            looks.append(words);
        }
    }

    void form(String group) {
        if (form.isEmpty()) {
            form.append(group);
        }
    }

    void text(int value, int page) {
        if (page != codePage) {
            decode();
            codePage = page;
        }
        if (bytes.size() < LONGEST) {
            bytes.write(value);
        }
    }

    void unit(int unit) {
        decode();
        append(Character.toString((char) unit));
    }

    void nested(String field) {
        decode();
        append(Character.toString(FieldGrammar.NESTED));
        nested.add(field);
    }

    private void decode() {
        append(new String(bytes.toByteArray(), CodePages.charset(codePage)));
        bytes.reset();
    }

    private void append(String text) {
        if (instruction.length() < LONGEST) {
            instruction.append(text);
        }
    }

    /** Decides, and writes the beginning of a field that stays. */
    void decide(RtfWriter out, FindingTally tally) {
        decode();
        decided = true;
        switch (FieldGrammar.judge(instruction)) {
            case FieldVerdict.Allowed allowed -> {
                kept = true;
                write(allowed.instruction(), out);
            }
            case FieldVerdict.Refused refused ->
                tally.found(
                        refused.reason().code(),
                        Action.REMOVED,
                        "fldinst",
                        refused.what().toString());
        }
    }

    private void write(String text, RtfWriter out) {
        out.open();
        out.word("field");
        flags.forEach(out::word);
        out.open();
        out.star();
        out.word("fldinst");
        out.open();
        out.held(looks.toString());
        if (!looks.isEmpty()) {
            out.separated();
        }
        int next = 0;
        int from = 0;
        for (int at = text.indexOf(FieldGrammar.NESTED); at >= 0; at = text.indexOf(FieldGrammar.NESTED, from)) {
            out.text(text.substring(from, at));
            out.held(nested.get(next++));
            from = at + 1;
        }
        out.text(text.substring(from));
        out.held(form.toString());
        out.close();
        out.close();
    }
}
