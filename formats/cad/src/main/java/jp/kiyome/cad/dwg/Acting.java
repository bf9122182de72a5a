package jp.kiyome.cad.dwg;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.kiyome.cad.dxf.rules.RuleBook;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.text.Table;

/** Objects that a drawing may not have: the table {@code acting.tsv}, and classes that no list of DXF records names. Immutable. */
final class Acting {

    /** In the table: a class that does not act, though DXF does not keep it. */
    private static final String PASSES = "passes";

    private static final int FIRST_CLASS = 500;
    /** The last type below the classes, but for the two proxies (Open Design Specification for .dwg files, 20.3). */
    private static final int LAST_FIXED = 82;

    private final Map<String, String> findings = new HashMap<>();

    Acting() {
        Table table = Table.of(Objects.requireNonNull(Acting.class.getResource("acting.tsv")));
        for (List<String> row : table.rows()) {
            findings.put(row.get(0), row.get(1));
        }
    }

    /** @throws Refusal for the first object that may not be there */
    void requireNone(Flat drawing) {
        for (DwgObject object : drawing.objects()) {
            boolean fixed = object.type() < FIRST_CLASS;
            String name = fixed
                    ? Integer.toString(object.type())
                    : drawing.classNames().getOrDefault(object.type(), "");
            String finding = findings.getOrDefault(name, "");
            if (!finding.isEmpty() && !finding.equals(PASSES)) {
                throw Refusal.of(finding, at(object), name);
            }
            boolean listed = finding.equals(PASSES) || RuleBook.get().knows(name);
            if (fixed ? object.type() == 0 || object.type() > LAST_FIXED : !listed) {
                throw Refusal.of("dwg.class", at(object), name);
            }
        }
    }

    private static Location at(DwgObject object) {
        return Location.wholeFile().at("object " + Long.toHexString(object.handle()));
    }
}
