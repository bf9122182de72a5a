package jp.kiyome.message.keep;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.text.Ascii;
import jp.kiyome.core.text.Table;

/**
 * A field that is carried over, from {@code headers.tsv}.
 *
 * @param name as it is written
 * @param kind what its value is
 * @param words the values allowed, where the kind is one of words
 */
record HeaderRule(String name, Kind kind, Set<String> words) {

    enum Kind {
        TEXT,
        ADDRESSES,
        PATH,
        DATE,
        ID,
        IDS,
        TRACE,
        LANGUAGE,
        WORD
    }

    private static final Map<String, HeaderRule> ALL = load();

    static Optional<HeaderRule> of(String lowerName) {
        return Optional.ofNullable(ALL.get(lowerName));
    }

    private static Map<String, HeaderRule> load() {
        Map<String, HeaderRule> all = new LinkedHashMap<>();
        for (List<String> row : Table.of(Objects.requireNonNull(HeaderRule.class.getResource("headers.tsv")))
                .rows()) {
            String kind = row.get(2);
            boolean word = kind.startsWith("word:");
            all.put(
                    Ascii.lower(row.get(0)),
                    new HeaderRule(
                            row.get(0),
                            word ? Kind.WORD : Kind.valueOf(Ascii.upper(kind)),
                            word ? Set.of(kind.substring(5).split("\\|", -1)) : Set.of()));
        }
        return all;
    }
}
