package jp.kiyome.cad.dxf.keep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.kiyome.cad.dxf.pairs.DxfRecord;
import jp.kiyome.cad.dxf.pairs.GroupKind;
import jp.kiyome.cad.dxf.pairs.Pair;
import jp.kiyome.cad.dxf.rules.RecordKind;
import jp.kiyome.cad.dxf.rules.RecordRule;
import jp.kiyome.cad.dxf.rules.Rule;
import jp.kiyome.cad.dxf.rules.RuleBook;

/**
 * Copies of a record what its rule names, pair by pair. What depends on other records, as whether a reference has a target, is
 * not judged here. Gives the same for the same record always.
 */
public final class RecordFilter {

    /** From here on the pairs are extended data of registered applications. */
    private static final int EXTENDED = 1000;

    private static final int GROUP = 102;
    private static final int MARKER = 100;

    private final RuleBook book = RuleBook.get();
    private final Values values;
    private final Notes notes;

    /** @param references whether bare names of other files stay */
    public RecordFilter(boolean references, Notes notes) {
        this.values = new Values(references);
        this.notes = notes;
    }

    /** The record as it may stay; empty where it goes. */
    public Optional<DxfRecord> filter(RecordKind kind, String section, DxfRecord given) {
        Optional<RecordRule> rule = book.rule(kind, given.name());
        if (rule.isEmpty()) {
            String code = book.dropped(kind, given.name()).orElse(unlisted(kind));
            notes.removed(code, section, given.name());
            return Optional.empty();
        }
        Pass pass = new Pass(rule.get(), section, given);
        return pass.run() ? Optional.of(new DxfRecord(given.name(), pass.kept)) : Optional.empty();
    }

    private static String unlisted(RecordKind kind) {
        return switch (kind) {
            case VARIABLE -> "dxf.variable";
            case TABLE -> "dxf.table";
            case ENTITY -> "dxf.entity";
            case OBJECT -> "dxf.object";
        };
    }

    /** One record on its way. */
    private final class Pass {

        private final RecordRule rule;
        private final String section;
        private final DxfRecord given;
        private final List<Pair> kept;
        private String subclass = "";

        Pass(RecordRule rule, String section, DxfRecord given) {
            this.rule = rule;
            this.section = section;
            this.given = given;
            this.kept = new ArrayList<>(given.pairs().size());
        }

        boolean run() {
            List<Pair> pairs = given.pairs();
            int at = 0;
            while (at < pairs.size() && pairs.get(at).code() < EXTENDED) {
                Pair pair = pairs.get(at);
                if (pair.code() == GROUP) {
                    at = group(at);
                } else if (pair.code() == MARKER) {
                    marker(pair);
                    at++;
                } else if (!plain(pair)) {
                    return false;
                } else {
                    at++;
                }
            }
            count();
            new ExtendedData(section, given.name(), notes).keep(pairs.subList(at, pairs.size()), kept);
            return true;
        }

        private void marker(Pair pair) {
            subclass = pair.value().strip();
            if (rule.subclasses().contains(subclass)) {
                kept.add(new Pair(MARKER, subclass));
            } else {
                notes.removed("dxf.code", section, given.name() + " 100");
            }
        }

        /** False where the record goes for it. */
        private boolean plain(Pair pair) {
            int code = pair.code();
            Optional<Rule> found = rule.of(code);
            if (proxyGraphics(code) || found.isEmpty()) {
                String kind = GroupKind.of(code).equals(Optional.of(GroupKind.CHUNK)) ? "dxf.binary" : "dxf.code";
                notes.removed(proxyGraphics(code) ? "dxf.binary" : kind, section, given.name() + " " + code);
                return true;
            }
            String place = given.name() + " " + code;
            return switch (values.judge(found.get(), code, pair.value())) {
                case Outcome.Kept(String value) -> kept.add(new Pair(code, value));
                case Outcome.Mended(String value, String finding) -> {
                    notes.changed(finding, section, place);
                    yield kept.add(new Pair(code, value));
                }
                case Outcome.Gone(String finding) -> {
                    notes.removed(finding, section, place);
                    yield true;
                }
                case Outcome.Ruined(String finding) -> {
                    notes.removed(finding, section, place);
                    yield false;
                }
            };
        }

        /** A picture of the entity for programs that do not know it, and its size: only in the part that all entities have. */
        private boolean proxyGraphics(int code) {
            return subclass.equals("AcDbEntity") && (code == 92 || code == 160 || code == 310);
        }

        /** A group of an application in braces. Two have a meaning for all: the others go. */
        private int group(int from) {
            List<Pair> pairs = given.pairs();
            String name = pairs.get(from).value().strip();
            int end = from + 1;
            while (end < pairs.size()
                    && pairs.get(end).code() < EXTENDED
                    && pairs.get(end).code() != GROUP) {
                end++;
            }
            boolean closed = end < pairs.size()
                    && pairs.get(end).code() == GROUP
                    && pairs.get(end).value().strip().equals("}");
            if (closed && (name.equals("{ACAD_REACTORS") || name.equals("{ACAD_XDICTIONARY"))) {
                kept.add(new Pair(GROUP, name));
                int wanted = name.equals("{ACAD_REACTORS") ? 330 : 360;
                pairs.subList(from + 1, end).forEach(pair -> handle(pair, wanted));
                kept.add(new Pair(GROUP, "}"));
            } else {
                notes.removed("dxf.group", section, given.name() + " " + name);
            }
            return closed ? end + 1 : end;
        }

        private void handle(Pair pair, int wanted) {
            if (pair.code() == wanted && Values.number(wanted, pair.value()) instanceof Outcome.Kept(String value)) {
                kept.add(new Pair(wanted, value));
            } else {
                notes.removed("dxf.code", section, given.name() + " 102");
            }
        }

        private void count() {
            if (rule.counts().isEmpty()) {
                return;
            }
            Map<Integer, Integer> came = new HashMap<>();
            kept.forEach(pair -> came.merge(pair.code(), 1, Integer::sum));
            rule.counts()
                    .forEach((counter, counted) -> kept.replaceAll(pair -> {
                        String right = Integer.toString(came.getOrDefault(counted, 0));
                        if (pair.code() != counter || pair.value().equals(right)) {
                            return pair;
                        }
                        notes.changed("dxf.count", section, given.name() + " " + counter);
                        return new Pair(counter, right);
                    }));
        }
    }
}
