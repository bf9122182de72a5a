package jp.kiyome.text.chars;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jp.kiyome.core.text.Table;

/** The table of characters as classes. Immutable; threads share it. */
final class CharacterTable {

    private static final CharacterClass[] PLANE = new CharacterClass[0x10000];
    private static final List<Row> ABOVE;

    private record Row(int first, int last, CharacterClass what) {}

    static {
        List<Row> rows =
                Table.of(Objects.requireNonNull(CharacterTable.class.getResource("characters.tsv"))).rows().stream()
                        .map(row -> new Row(
                                Integer.parseInt(row.get(0), 16),
                                Integer.parseInt(row.get(1), 16),
                                CharacterClass.valueOf(row.get(2).toUpperCase(Locale.ROOT))))
                        .toList();
        for (int c = 0; c < PLANE.length; c++) {
            PLANE[c] = unlisted(c);
        }
        for (Row row : rows) {
            for (int c = row.first; c <= Math.min(row.last, 0xFFFF); c++) {
                PLANE[c] = row.what;
            }
        }
        ABOVE = rows.stream().filter(row -> row.last > 0xFFFF).toList();
    }

    private CharacterTable() {}

    /** Whether a unit of UTF-16 stays wherever it stands; halves of pairs do not say. */
    static boolean plain(char unit) {
        return PLANE[unit] == CharacterClass.KEPT && !Character.isSurrogate(unit);
    }

    static CharacterClass of(int codePoint) {
        if (codePoint <= 0xFFFF) {
            return PLANE[codePoint];
        }
        for (Row row : ABOVE) {
            if (codePoint >= row.first && codePoint <= row.last) {
                return row.what;
            }
        }
        return unlisted(codePoint);
    }

    /** Private use stays in the first plane alone: there stand the characters of names that no standard has (外字). */
    private static CharacterClass unlisted(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.UNASSIGNED, Character.FORMAT -> CharacterClass.INVISIBLE;
            case Character.PRIVATE_USE -> codePoint > 0xFFFF ? CharacterClass.INVISIBLE : CharacterClass.KEPT;
            default -> CharacterClass.KEPT;
        };
    }
}
