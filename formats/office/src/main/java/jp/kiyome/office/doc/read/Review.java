package jp.kiyome.office.doc.read;

import java.util.List;
import java.util.Set;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.doc.sprm.Sprm;
import jp.kiyome.office.doc.sprm.SprmFilter;
import jp.kiyome.office.doc.text.Body;
import jp.kiyome.office.doc.text.Edit;
import jp.kiyome.office.doc.text.Run;

/** Tracked changes, where the policy accepts them: what was deleted goes, and so does every mark of a change. */
final class Review {

    private static final int DELETED = 0x0800;

    /** Marks of insertion and deletion, their authors and times ([MS-DOC] 2.6.1). */
    private static final Set<Integer> MARKS = Set.of(DELETED, 0x0801, 0x4804, 0x6805, 0x4863, 0x6864);

    private Review() {}

    static void accept(Body body, Edit edit, Session session) {
        int from = 0;
        boolean any = false;
        for (Run run : body.runs()) {
            if (SprmFilter.on(run.sprms(), DELETED)) {
                edit.dropWords(from, run.to());
            }
            any |= run.sprms().stream().anyMatch(sprm -> MARKS.contains(sprm.code()));
            from = run.to();
        }
        if (any) {
            session.found(Finding.of("review.tracked-change", Action.CHANGED, Location.ofPart("WordDocument")));
        }
    }

    static List<Sprm> without(List<Sprm> sprms) {
        return sprms.stream().filter(sprm -> !MARKS.contains(sprm.code())).toList();
    }
}
