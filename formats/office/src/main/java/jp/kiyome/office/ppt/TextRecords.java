package jp.kiyome.office.ppt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.kiyome.core.finding.Action;
import jp.kiyome.office.record.Layout;
import jp.kiyome.office.record.NumberReader;
import jp.kiyome.office.record.Numbers;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.Record;
import jp.kiyome.office.record.RecordHost;

/** Reads the records of texts ([MS-PPT] 2.9). Not thread-safe: what a format means depends on the text before it. */
final class TextRecords {

    /** Which kind of text begins (2.13.33). */
    private static final Layout KIND = Layout.parse(List.of("u32{0..8}"));

    /** An index of a text (2.9.78). */
    private static final Layout INDEX = Layout.parse(List.of("i32"));

    /** From and to (2.12.6). */
    private static final Layout RANGE = Layout.parse(List.of("i32[2]"));

    /** A character that stands for something else (2.9.48 to 2.9.52); a date says in which of thirteen ways it is written. */
    private static final Layout PLACE = Layout.parse(List.of("i32"));

    private static final Layout PLACE_OF_DATE = Layout.parse(List.of("i32", "u8{0..13}", "skip8[3]"));

    private final RecordHost host;
    private final TextState state = new TextState();
    private final TextAtoms atoms = new TextAtoms(new TextProps(state));

    TextRecords(RecordHost host) {
        this.host = host;
    }

    /** Reads a record by the codec that the table names; empty where the codec is not one of text, or the record goes. */
    Optional<Record> read(String codec, RawRecord raw, String name) {
        int kind = raw.head().instance();
        return switch (codec) {
            case "text-header" -> {
                state.begin();
                yield coded(raw, name, in -> KIND.copy(in).body());
            }
            case "text-chars" -> chars(raw, name);
            case "text-bytes" -> bytes(raw, name);
            case "text" -> text(raw, name);
            case "style" -> coded(raw, name, in -> atoms.style(in, state.length()));
            case "languages" -> coded(raw, name, in -> atoms.languages(in, state.length()));
            case "indents" -> coded(raw, name, in -> atoms.indents(in, state.length()));
            case "ruler" -> coded(raw, name, atoms::ruler);
            case "font" -> font(raw, name);
            case "outline" -> outline(raw, name);
            case "range" -> range(raw, name);
            case "place" -> place(raw, name, PLACE);
            case "place-of-date" -> place(raw, name, PLACE_OF_DATE);
            case "date-format" -> coded(raw, name, in -> atoms.dateFormat(in, state.length()));
            case "master-style" -> coded(raw, name, in -> atoms.masterStyle(in, kind));
            case "character-defaults" -> coded(raw, name, atoms::characterDefaults);
            case "paragraph-defaults" -> coded(raw, name, atoms::paragraphDefaults);
            case "language-defaults" -> coded(raw, name, atoms::languageDefaults);
            case "style-9" -> coded(raw, name, atoms::style9);
            case "master-style-9" -> coded(raw, name, in -> atoms.masterStyle9(in, kind));
            case "defaults-9" -> coded(raw, name, atoms::defaults9);
            default -> throw new IllegalStateException("no codec: " + codec);
        };
    }

    /** The texts of the page that is read next ({@link TextState#outline(List)}). */
    void outline(List<Integer> lengths) {
        state.outline(lengths);
    }

    boolean hasFonts() {
        return state.hasFonts();
    }

    private Optional<Record> font(RawRecord raw, String name) {
        Optional<Record> font = coded(raw, name, atoms::font);
        font.ifPresent(kept -> state.oneMoreFont());
        return font;
    }

    private Optional<Record> outline(RawRecord raw, String name) {
        return coded(raw, name, in -> {
            byte[] body = INDEX.copy(in).body();
            refuseUnless(in.ok() && state.outline(Numbers.i32(body, 0)), in);
            return body;
        });
    }

    private Optional<Record> range(RawRecord raw, String name) {
        return coded(raw, name, in -> {
            byte[] body = RANGE.copy(in).body();
            if (in.ok()) {
                int from = Numbers.i32(body, 0);
                int to = Numbers.i32(body, 4);
                refuseUnless(from >= 0 && from <= to && to <= state.length(), in);
            }
            return body;
        });
    }

    private Optional<Record> place(RawRecord raw, String name, Layout layout) {
        return coded(raw, name, in -> {
            byte[] body = layout.copy(in).body();
            if (in.ok()) {
                int at = Numbers.i32(body, 0);
                refuseUnless(at >= 0 && at < state.length(), in);
            }
            return body;
        });
    }

    private static void refuseUnless(boolean fits, NumberReader in) {
        if (!fits) {
            in.refuse();
        }
    }

    private Optional<Record> coded(RawRecord raw, String name, Function<NumberReader, byte[]> codec) {
        byte[] before = raw.bytes();
        NumberReader in = new NumberReader(before);
        byte[] body = codec.apply(in);
        boolean strayFont = state.strayFont();
        if (!in.ok() || raw.head().version() != 0) {
            host.found("record.value", Action.REMOVED, name, "");
            return Optional.empty();
        }
        if (strayFont) {
            host.found("record.reference", Action.CHANGED, name, "font");
        }
        if (in.remaining() > 0) {
            host.found("record.slack", Action.REMOVED, name, "");
        } else if (!strayFont && !Arrays.equals(before, body)) {
            host.found("record.undefined-field", Action.CHANGED, name, "");
        }
        return Optional.of(atom(raw, body));
    }

    private static Record.Atom atom(RawRecord raw, byte[] body) {
        return new Record.Atom(0, raw.type(), raw.head().instance(), body);
    }

    private Optional<Record> chars(RawRecord raw, String name) {
        byte[] units = units(raw, name);
        state.text(units.length / 2);
        return Optional.of(atom(raw, units));
    }

    private Optional<Record> bytes(RawRecord raw, String name) {
        PlainText text = PlainText.of(new String(raw.bytes(), StandardCharsets.ISO_8859_1));
        tell(name, text.changed(), false);
        state.text(text.text().length());
        return Optional.of(atom(raw, text.text().getBytes(StandardCharsets.ISO_8859_1)));
    }

    private Optional<Record> text(RawRecord raw, String name) {
        return Optional.of(atom(raw, units(raw, name)));
    }

    private byte[] units(RawRecord raw, String name) {
        byte[] body = raw.bytes();
        byte[] units = PlainText.units(body);
        boolean odd = body.length != units.length;
        tell(name, !Arrays.equals(body, 0, units.length, units, 0, units.length), odd);
        return units;
    }

    private void tell(String name, boolean changed, boolean slack) {
        if (changed) {
            host.found("ppt.hidden-characters", Action.CHANGED, name, "");
        }
        if (slack) {
            host.found("record.slack", Action.REMOVED, name, "");
        }
    }
}
