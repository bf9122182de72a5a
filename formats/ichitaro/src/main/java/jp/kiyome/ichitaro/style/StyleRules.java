package jp.kiyome.ichitaro.style;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kiyome.core.text.Table;

/** The list of style records that stay. Stateless. */
final class StyleRules {

    private static final List<List<String>> ROWS = Table.of(
                    Objects.requireNonNull(StyleRules.class.getResource("styles.allow")))
            .rows();

    private static final Map<String, StyleRule> RULES = ROWS.stream()
            .collect(Collectors.toMap(row -> key(row.get(0), row.get(1), row.get(2)), row -> StyleRule.of(row.get(3))));

    private static final Set<String> BLOCKS =
            ROWS.stream().map(row -> row.get(0) + " " + row.get(1)).collect(Collectors.toSet());

    private StyleRules() {}

    static boolean knows(StyleStream stream, int block) {
        return BLOCKS.contains(stream.word() + " " + four(block));
    }

    /** What a record may hold; a family of records has one rule. */
    static Optional<StyleRule> of(StyleStream stream, int block, int record) {
        String exact = four(record);
        return Optional.ofNullable(RULES.get(key(stream.word(), four(block), exact)))
                .or(() ->
                        Optional.ofNullable(RULES.get(key(stream.word(), four(block), exact.substring(0, 2) + "xx"))));
    }

    /** What may stand in front of the records of a block. */
    static Optional<StyleRule> head(StyleStream stream, int block) {
        return Optional.ofNullable(RULES.get(key(stream.word(), four(block), "head")));
    }

    private static String key(String stream, String block, String record) {
        return stream + " " + block + " " + record;
    }

    private static String four(int tag) {
        return Integer.toHexString(0x10000 | tag).substring(1);
    }
}
