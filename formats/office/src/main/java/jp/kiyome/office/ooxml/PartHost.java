package jp.kiyome.office.ooxml;

import java.util.ArrayList;
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
import jp.kiyome.office.finding.FindingTally;

/** What office documents add to the allow-list while one part is filtered. */
final class PartHost implements FilterHost {

    /** How much was known at a checkpoint, which stands in {@link #marks} only where that has grown. */
    private record Mark(int references, int notes) {}

    private final List<Mark> marks = new ArrayList<>();
    private final WordNotes notes;
    private final PackageWalk walk;
    private final PartScope scope;
    private final Location where;
    private final ValueJudge judge;
    private final Map<String, ElementHook> hooks = new HashMap<>();
    private final FindingTally told = new FindingTally();

    PartHost(PackageWalk walk, PartScope scope, CarriedPart part, Facts facts) {
        this.walk = walk;
        this.scope = scope;
        this.notes = facts.notes();
        this.where = Location.ofPart(part.member().name());
        PartHooks partHooks = PartHooks.of(walk, scope, part, facts, this);
        this.hooks.putAll(partHooks.hooks());
        this.judge = new ValueJudge(walk.options(), scope, part, facts, partHooks, this);
    }

    @Override
    public void found(String code, Action action, String place, String detail) {
        told.found(code, action, place, detail);
    }

    @Override
    public String judge(String rule, List<String> arguments, Utf8 value, XmlName element) {
        return judge.judge(rule, arguments, value, element);
    }

    @Override
    public ElementHook hook(ElementType type) {
        return hooks.getOrDefault(type.key(), ElementHook.none());
    }

    @Override
    public int checkpoint() {
        Mark mark = new Mark(scope.checkpoint(), notes.checkpoint());
        if (marks.isEmpty() || marks.getLast().references != mark.references || marks.getLast().notes != mark.notes) {
            marks.add(mark);
        }
        return marks.size() - 1;
    }

    @Override
    public void rollBack(int checkpoint) {
        Mark mark = marks.get(checkpoint);
        marks.subList(checkpoint + 1, marks.size()).clear();
        scope.rollBack(mark.references);
        notes.rollBack(mark.notes);
    }

    /** Passes on what was found in the part. */
    void report() {
        told.report(walk.session(), where);
    }
}
