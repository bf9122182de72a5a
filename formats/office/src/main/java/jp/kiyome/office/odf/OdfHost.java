package jp.kiyome.office.odf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.container.xml.ElementHook;
import jp.kiyome.container.xml.ElementType;
import jp.kiyome.container.xml.FilterHost;
import jp.kiyome.container.xml.Utf8;
import jp.kiyome.container.xml.XmlName;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.finding.FindingTally;

/** What OpenDocument adds to the allow-list while one part is filtered. */
final class OdfHost implements FilterHost {

    private final FindingTally tally = new FindingTally();
    private final Map<String, ElementHook> hooks = new HashMap<>();
    private final OdfJudge judge;

    OdfHost(Session session, Place place) {
        OdfOptions options = new OdfOptions(session.policy());
        ObjectFrames frames = new ObjectFrames();
        this.judge = new OdfJudge(session, options, place, frames, this);
        hooks.put("draw:frame", frames);
        review(options);
        shownFields();
    }

    /** Comments, tracked changes and the title, as the policy says (OpenDocument 1.3 part 3 §14.1, §5.5, §9.9, §4.3.2.3). */
    private void review(OdfOptions options) {
        if (options.removesComments()) {
            drop("review.comment", "office:annotation", "office:annotation-end");
        }
        if (options.acceptsChanges()) {
            drop(
                    "review.tracked-change",
                    "text:tracked-changes",
                    "text:change",
                    "text:change-start",
                    "text:change-end",
                    "table:tracked-changes");
        }
        if (options.removesTitle()) {
            drop("metadata.properties", "dc:title");
        }
    }

    /** Fields that go and whose text stays. */
    private void shownFields() {
        unwrap("active.dde", "text:dde-connection");
        unwrap("macro.reference", "text:execute-macro");
        unwrap("metadata.path", "text:template-name");
        unwrap("active.data-connection", "text:database-display", "text:database-name", "text:database-row-number");
        unwrap("active.form-control", "loext:content-control");
    }

    private void drop(String code, String... types) {
        for (String type : types) {
            hooks.put(type, (name, attributes) -> ElementHook.Fate.drop(code));
        }
    }

    private void unwrap(String code, String... types) {
        for (String type : types) {
            hooks.put(type, (name, attributes) -> {
                found(code, Action.REMOVED, name.toString(), "");
                return ElementHook.Fate.unwrap();
            });
        }
    }

    @Override
    public void found(String code, Action action, String place, String detail) {
        tally.found(code, action, place, detail);
    }

    @Override
    public String judge(String rule, List<String> arguments, Utf8 value, XmlName element) {
        return judge.judge(rule, value, element);
    }

    @Override
    public ElementHook hook(ElementType type) {
        return hooks.getOrDefault(type.key(), ElementHook.none());
    }

    void report(Session session, Location where) {
        tally.report(session, where);
    }
}
