package jp.kiyome.cad.jww;

import java.util.List;

/** Reads a record as the table of fields has it, judges each value, and writes it. Not thread-safe. */
final class RecordCopy {

    /** Of a real number: beyond it no drawing reaches, and below it nothing is seen. */
    private static final double MOST = 1e15;

    private static final double LEAST = 1e-28;

    private final Layout layout;
    private final int version;
    private final JwwInput in;
    private final TextRules texts;
    private final Noted noted;
    private final Values values = new Values();

    RecordCopy(Layout layout, int version, JwwInput in, TextRules texts, Noted noted) {
        this.layout = layout;
        this.version = version;
        this.in = in;
        this.texts = texts;
        this.noted = noted;
    }

    /** Copies one; what it held is valid until the next. */
    Values copy(String structure, JwwOutput out) {
        values.clear();
        copy(layout.structure(structure), structure, out);
        return values;
    }

    private void copy(List<Node> nodes, String structure, JwwOutput out) {
        for (Node node : nodes) {
            switch (node) {
                case Node.Field field -> field(field, structure, out);
                case Node.Repeat(int times, List<Node> body) -> {
                    for (int i = 0; i < times; i++) {
                        copy(body, structure, out);
                    }
                }
                case Node.Versions(int from, int before, List<Node> body) -> {
                    if (version >= from && version < before) {
                        copy(body, structure, out);
                    }
                }
                case Node.When(String field, long value, List<Node> body) -> {
                    if (values.number(field) == value) {
                        copy(body, structure, out);
                    }
                }
                case Node.Part(String part) -> copy(layout.structure(part), structure, out);
            }
        }
    }

    private void field(Node.Field field, String structure, JwwOutput out) {
        switch (field.type()) {
            case U8 -> out.u8((int) number(field, in.u8(), structure));
            case U16 -> out.u16((int) number(field, in.u16(), structure));
            case U32 -> out.u32(number(field, in.u32(), structure));
            case F64 -> out.f64(real(field, in.f64(), structure));
            case TEXT -> out.text(text(field, in.text(), structure));
        }
    }

    private long number(Node.Field field, long value, String structure) {
        long kept = judged(field, value);
        if (kept != value && field.rule() != Node.Rule.TRUE) {
            String code = field.rule() == Node.Rule.GONE ? field.code() : "jww.value";
            noted.changed(code, structure, field.name(), "");
        }
        values.put(field.name(), kept);
        return kept;
    }

    private static long judged(Node.Field field, long value) {
        return switch (field.rule()) {
            case UPTO -> value <= field.bound() ? value : 0;
            case WITHIN -> Math.abs((long) (int) value) <= field.bound() ? value : 0;
            case GONE -> 0;
            case TRUE -> 1;
            case ANY -> value;
            case NAME, FONT, CONTENT, MEMO -> throw new IllegalStateException("a rule of texts: " + field);
        };
    }

    private double real(Node.Field field, double value, String structure) {
        double size = Math.abs(value);
        boolean sound = size <= MOST && (size >= LEAST || value == 0);
        if (!sound) {
            noted.changed("jww.value", structure, field.name(), "");
        }
        values.put(field.name(), sound ? value : 0);
        return sound ? value : 0;
    }

    private JwwText text(Node.Field field, JwwText text, String structure) {
        JwwText clean = texts.cleaned(field, text, in.damaged(), structure, noted);
        values.put(field.name(), clean.text());
        return texts.judged(field, clean, structure, noted);
    }
}
