package jp.kiyome.mail.relay;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.bridge.pending.Heard;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.quarantine.item.Opinion;

/** What sources say, in the words of the store. Stateless. */
final class Opinions {

    private Opinions() {}

    /** Of an address the words name it: it is no file of the item. */
    static Opinion of(Heard heard) {
        String about = heard.ticket().isForAddress() ? " " + heard.ticket().about() : "";
        return switch (heard.verdict()) {
            case Verdict.NothingFound nothing -> new Opinion.NothingFound();
            case Verdict.Threat threat -> new Opinion.Threat(threat.name().unescaped() + about);
            case Verdict.Suspicious suspicious -> {
                List<String> reasons = new ArrayList<>();
                suspicious.reasons().forEach(reason -> reasons.add(reason.unescaped()));
                if (!about.isEmpty()) {
                    reasons.add(about.strip());
                }
                yield new Opinion.Suspicious(suspicious.score(), reasons);
            }
            case Verdict.NotScanned unscanned ->
                new Opinion.NotScanned(
                        (unscanned.why().word() + " " + unscanned.detail().unescaped() + about).strip());
        };
    }
}
