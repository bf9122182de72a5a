package jp.kiyome.office.ooxml;

import java.util.HashSet;
import java.util.Set;
import jp.kiyome.container.xml.Attributes;
import jp.kiyome.container.xml.ElementHook;
import jp.kiyome.container.xml.FilterHost;
import jp.kiyome.container.xml.Utf8;
import jp.kiyome.container.xml.XmlName;

/**
 * The formulas of one sheet's cells (ECMA-376-1 §18.3.1.40). A refused one goes and its cached value stays; cells that share it
 * lose theirs with it.
 */
final class SheetFormulas implements ElementHook {

    private final FormulaGuard guard;
    private final Set<String> sharedKept = new HashSet<>();
    private String type = "";
    private String shared = "";

    SheetFormulas(FormulaGuard guard) {
        this.guard = guard;
    }

    @Override
    public Fate start(XmlName name, Attributes attributes) {
        type = attributes.text("t");
        shared = attributes.text("si");
        return Fate.keep();
    }

    String judge(Utf8 value) {
        boolean isShared = type.equals("shared");
        if (value.isEmpty()) {
            boolean stands = isShared ? sharedKept.contains(shared) : type.equals("dataTable");
            return stands ? FilterHost.ACCEPTED : "active.formula";
        }
        String formula = value.toString();
        FormulaGuard.Judged said = guard.judge(formula);
        if (!said.code().isEmpty()) {
            if (isShared) {
                sharedKept.remove(shared);
            }
            return said.code();
        }
        if (isShared) {
            sharedKept.add(shared);
        }
        if (!said.text().equals(formula)) {
            value.set(said.text());
        }
        return FilterHost.ACCEPTED;
    }
}
