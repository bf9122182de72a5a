package jp.kiyome.office.ooxml;

import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.LimitReached;

/** Says in which part something was refused, where the refusal does not know it. */
final class InPart {

    private InPart() {}

    static Refusal named(Refusal refusal, String part) {
        Finding finding = refusal.finding();
        if (refusal instanceof LimitReached || !finding.where().equals(Location.wholeFile())) {
            return refusal;
        }
        return new Refusal(new Finding(
                finding.kind(), finding.action(), Location.ofPart(part), finding.detail(), finding.count()));
    }
}
