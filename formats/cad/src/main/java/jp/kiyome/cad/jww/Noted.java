package jp.kiyome.cad.jww;

import java.util.function.Consumer;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;

/** Takes what is noticed, with the object and the field where it stood. */
record Noted(Consumer<Finding> findings) {

    /** For a look ahead at what is read again. */
    static final Noted NOTHING = new Noted(finding -> {});

    void removed(String code, String part, String place, String detail) {
        note(code, Action.REMOVED, part, place, detail);
    }

    void changed(String code, String part, String place, String detail) {
        note(code, Action.CHANGED, part, place, detail);
    }

    void replaced(String code, String part, String place, String detail) {
        note(code, Action.REPLACED, part, place, detail);
    }

    private void note(String code, Action action, String part, String place, String detail) {
        findings.accept(Finding.of(code, action, Location.ofPart(part).at(place), detail));
    }
}
