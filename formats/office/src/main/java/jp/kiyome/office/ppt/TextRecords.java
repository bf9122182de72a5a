package jp.kiyome.office.ppt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.kiyome.core.finding.Action;
import jp.kiyome.office.record.Layout;
import jp.kiyome.office.record.NumberReader;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.Record;
import jp.kiyome.office.record.RecordHost;

/** Reads the records of texts ([MS-PPT] 2.9). Not thread-safe: what a format means depends on the text before it. */
final class TextRecords {

    /** Which kind of text begins (2.13.33). */
    private static final Layout KIND = Layout.parse(List.of("u32{0..8}"));

    private final RecordHost host;
    private final TextState state = new TextState();

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
            case "style" -> coded(raw, name, in -> TextAtoms.style(in, state.length()));
            case "languages" -> coded(raw, name, in -> TextAtoms.languages(in, state.length()));
            case "indents" -> coded(raw, name, in -> TextAtoms.indents(in, state.length()));
            case "ruler" -> coded(raw, name, TextAtoms::ruler);
            case "font" -> coded(raw, name, TextAtoms::font);
            case "date-format" -> coded(raw, name, TextAtoms::dateFormat);
            case "master-style" -> coded(raw, name, in -> TextAtoms.masterStyle(in, kind));
            case "character-defaults" -> coded(raw, name, TextAtoms::characterDefaults);
            case "paragraph-defaults" -> coded(raw, name, TextAtoms::paragraphDefaults);
            case "language-defaults" -> coded(raw, name, TextAtoms::languageDefaults);
            case "style-9" -> coded(raw, name, TextAtoms::style9);
            case "master-style-9" -> coded(raw, name, in -> TextAtoms.masterStyle9(in, kind));
            case "defaults-9" -> coded(raw, name, TextAtoms::defaults9);
            default -> throw new IllegalStateException("no codec: " + codec);
        };
    }

    private Optional<Record> coded(RawRecord raw, String name, Function<NumberReader, byte[]> codec) {
        byte[] before = raw.bytes();
        NumberReader in = new NumberReader(before);
        byte[] body = codec.apply(in);
        if (!in.ok() || raw.head().version() != 0) {
            host.found("record.value", Action.REMOVED, name, "");
            return Optional.empty();
        }
        if (in.remaining() > 0) {
            host.found("record.slack", Action.REMOVED, name, "");
        } else if (!Arrays.equals(before, body)) {
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
