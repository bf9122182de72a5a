package jp.kiyome.office.ooxml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.kiyome.container.xml.ElementHook;
import jp.kiyome.container.xml.ElementType;
import jp.kiyome.container.xml.FilterHost;
import jp.kiyome.container.xml.Utf8;
import jp.kiyome.container.xml.XmlName;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingKind;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Untrusted;
import org.jspecify.annotations.Nullable;

/** What office documents add to the allow-list while one part is filtered. */
final class PartHost implements FilterHost {

    /** A document of many thousand paragraphs repeats the same finding; it is counted here and told once. */
    private record Told(String code, Action action, String place, String detail) {

        // Written out: the equals and hashCode of a record link call sites anew in each process.
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Told that
                    && code.equals(that.code)
                    && action.equals(that.action)
                    && place.equals(that.place)
                    && detail.equals(that.detail);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * (31 * code.hashCode() + action.hashCode()) + place.hashCode()) + detail.hashCode();
        }
    }

    /** How much was known at a checkpoint, which stands in {@link #marks} only where that has grown. */
    private record Mark(int references, int notes) {}

    private final List<Mark> marks = new ArrayList<>();
    private final WordNotes notes;
    private final PackageWalk walk;
    private final PartScope scope;
    private final Location where;
    private final ValueJudge judge;
    private final Map<String, ElementHook> hooks = new HashMap<>();
    private final Map<Told, Long> told = new LinkedHashMap<>();

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
        Told finding = new Told(code, action, place, detail);
        if (told.size() < 4096 || told.containsKey(finding)) {
            told.merge(finding, 1L, Long::sum);
        } else {
            told.merge(new Told(code, action, "", ""), 1L, Long::sum);
        }
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
        for (Map.Entry<Told, Long> entry : told.entrySet()) {
            Told finding = entry.getKey();
            walk.session()
                    .found(new Finding(
                            FindingKind.of(finding.code),
                            finding.action,
                            where.at(finding.place),
                            Untrusted.of(finding.detail),
                            entry.getValue()));
        }
    }
}
