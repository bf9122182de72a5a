package jp.kiyome.docuworks.keep;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.kiyome.core.text.Table;

/** What becomes of objects by their kind. Stateless. */
final class KindRule {

    static final String KEEP = "keep";
    static final String DRAWING = "drawing";

    private static final Map<Integer, String> RULES =
            Table.of(Objects.requireNonNull(KindRule.class.getResource("kinds.allow"))).rows().stream()
                    .collect(Collectors.toMap(row -> Integer.parseInt(row.get(0), 16), row -> row.get(1)));

    private KindRule() {}

    /** {@link #KEEP}, {@link #DRAWING}, or the code of the finding with which it goes. */
    static String of(int kind) {
        return RULES.getOrDefault(kind, "docuworks.object");
    }
}
