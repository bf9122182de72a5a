package jp.kiyome.cad.dxf.keep;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.cad.dxf.pairs.GroupKind;
import jp.kiyome.cad.dxf.pairs.Numbers;
import jp.kiyome.cad.dxf.pairs.Pair;
import jp.kiyome.cad.dxf.rules.KnownNames;

/** Extended data (codes 1000 to 1071): kept of applications that are listed, and only whole. */
final class ExtendedData {

    private static final int TEXT = 1000;
    private static final int APPLICATION = 1001;
    private static final int BRACE = 1002;
    private static final int LAYER = 1003;

    private final KnownNames names = KnownNames.get();
    private final String section;
    private final String record;
    private final Notes notes;

    ExtendedData(String section, String record, Notes notes) {
        this.section = section;
        this.record = record;
        this.notes = notes;
    }

    void keep(List<Pair> pairs, List<Pair> kept) {
        int at = 0;
        while (at < pairs.size()) {
            int end = at + 1;
            while (end < pairs.size() && pairs.get(end).code() != APPLICATION) {
                end++;
            }
            ofApplication(pairs.subList(at, end), kept);
            at = end;
        }
    }

    private void ofApplication(List<Pair> pairs, List<Pair> kept) {
        String name = pairs.getFirst().value().strip();
        List<Pair> clean = new ArrayList<>(pairs.size());
        boolean whole = pairs.getFirst().code() == APPLICATION && names.application(name);
        int depth = 0;
        for (Pair pair : whole ? pairs : List.<Pair>of()) {
            Optional<String> value = value(pair);
            whole &= value.isPresent();
            value.ifPresent(v -> clean.add(new Pair(pair.code(), v)));
            if (pair.code() == BRACE) {
                depth += pair.value().strip().equals("{") ? 1 : -1;
                whole &= depth >= 0;
            }
        }
        if (whole && depth == 0) {
            kept.addAll(clean);
        } else {
            String shown = pairs.getFirst().code() == APPLICATION ? name : "";
            notes.removed(shown.startsWith("PE_URL") ? "dxf.link" : "dxf.xdata", section, record + " " + shown);
        }
    }

    private Optional<String> value(Pair pair) {
        String bare = pair.value().strip();
        return switch (pair.code()) {
            case APPLICATION -> Optional.of(bare);
            case BRACE -> Optional.of(bare).filter(brace -> brace.equals("{") || brace.equals("}"));
            case TEXT -> Optional.of(bare).filter(text -> names.word(text) || font(text));
            case LAYER -> Optional.of(bare).filter(DrawnText.withoutControls(bare)::equals);
            default ->
                GroupKind.of(pair.code())
                        .filter(kind -> pair.code() > TEXT && kind != GroupKind.TEXT && kind != GroupKind.CHUNK)
                        .flatMap(kind -> Numbers.canonical(kind, bare));
        };
    }

    /** The name of a font's face stands with the text style. */
    private boolean font(String text) {
        return record.equals("STYLE")
                && text.length() <= 64
                && text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || " -_.,&@()".indexOf(c) >= 0);
    }
}
