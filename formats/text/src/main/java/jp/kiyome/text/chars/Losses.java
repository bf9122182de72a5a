package jp.kiyome.text.chars;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Untrusted;

/** What was taken out of a text: one finding a kind, at its first place, with a count. Not thread-safe. */
public final class Losses {

    private final Map<CharacterClass, long[]> counts = new EnumMap<>(CharacterClass.class);
    private final Map<CharacterClass, String> first = new EnumMap<>(CharacterClass.class);
    private final String part;

    /** @param part the part of the file that the text is; empty for all of it */
    public Losses(String part) {
        this.part = part;
    }

    void lost(CharacterClass what, int codePoint, long line) {
        counts.computeIfAbsent(what, any -> new long[1])[0]++;
        first.putIfAbsent(what, String.format(Locale.ROOT, "line %d|U+%04X", line, codePoint));
    }

    /** Whether nothing was taken out. */
    public boolean none() {
        return counts.isEmpty();
    }

    /** Tells of everything so far. */
    public void tell(Consumer<Finding> findings) {
        counts.forEach((what, count) -> {
            String place = first.getOrDefault(what, "|");
            int bar = place.indexOf('|');
            findings.accept(new Finding(
                    FindingKind.of(code(what)),
                    what == CharacterClass.RETURN || what == CharacterClass.LINE ? Action.CHANGED : Action.REMOVED,
                    Location.ofPart(part).at(place.substring(0, bar)),
                    Untrusted.of(place.substring(bar + 1)),
                    count[0]));
        });
        counts.clear();
        first.clear();
    }

    private static String code(CharacterClass what) {
        return switch (what) {
            case CONTROL, KEPT -> "text.control";
            case ESCAPE -> "text.escape";
            case RETURN -> "text.lone-return";
            case LINE -> "text.line-separator";
            case BIDI, MARK -> "text.bidi";
            case INVISIBLE, JOINER -> "text.invisible";
            case SELECTOR -> "text.variation-selector";
            case INTERLINEAR -> "text.interlinear";
            case TAG -> "text.tag";
        };
    }
}
