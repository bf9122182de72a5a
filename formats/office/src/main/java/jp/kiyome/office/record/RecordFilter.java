package jp.kiyome.office.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Refusal;

/**
 * Copies what a table names from records as they came into records to be written; everything else is a finding and goes. Not
 * thread-safe.
 */
public final class RecordFilter {

    /** Containers in containers. Real files stay below twenty; groups of shapes nest as people nest them. */
    private static final int DEEPEST = 100;

    private final RecordTable table;
    private final RecordHost host;
    private int depth;

    public RecordFilter(RecordTable table, RecordHost host) {
        this.table = table;
        this.host = host;
    }

    public RecordTable table() {
        return table;
    }

    /** Filters records that stand beside each other. */
    public List<Record> all(List<RawRecord> raws, List<String> allowedHere) {
        List<Record> kept = new ArrayList<>();
        for (RawRecord raw : raws) {
            one(raw, allowedHere).ifPresent(kept::add);
        }
        return kept;
    }

    /** Filters one record at a place where only some may stand. */
    public Optional<Record> one(RawRecord raw, List<String> allowedHere) {
        Optional<RecordRule> found = table.rule(raw.type());
        if (found.isEmpty()) {
            return gone("record.unknown", table.name(raw.type()), "");
        }
        RecordRule rule = found.get();
        if (rule instanceof RecordRule.Drop drop) {
            return gone(drop.code(), drop.name(), "");
        }
        if (!allowedHere.contains(rule.name())) {
            return gone("record.place", rule.name(), "");
        }
        return allowed(raw, rule);
    }

    private Optional<Record> allowed(RawRecord raw, RecordRule rule) {
        return switch (rule) {
            case RecordRule.Drop drop -> gone(drop.code(), drop.name(), "");
            case RecordRule.Container container -> container(raw, container);
            case RecordRule.Atom atom -> atom(raw, atom);
            case RecordRule.Coded coded ->
                fits(raw, coded.name(), coded.instances())
                        ? nested(() -> host.coded(coded.codec(), raw, this))
                        : Optional.empty();
        };
    }

    private Optional<Record> container(RawRecord raw, RecordRule.Container rule) {
        if (!raw.head().container() || !fits(raw, rule.name(), rule.instances())) {
            return raw.head().container() ? Optional.empty() : gone("record.value", rule.name(), "version");
        }
        return nested(() -> Optional.of(new Record.Container(
                raw.type(), raw.head().instance(), all(raw.children(host.budget()), rule.children()))));
    }

    private Optional<Record> nested(java.util.function.Supplier<Optional<Record>> work) {
        if (++depth > DEEPEST) {
            throw Refusal.of("record.depth", Integer.toString(DEEPEST));
        }
        try {
            return work.get();
        } finally {
            depth--;
        }
    }

    private Optional<Record> atom(RawRecord raw, RecordRule.Atom rule) {
        if (!fits(raw, rule.name(), rule.instances())) {
            return Optional.empty();
        }
        NumberReader in = new NumberReader(raw.bytes());
        Layout.Copy copy = rule.layout().copy(in);
        if (!in.ok() || raw.head().version() != rule.version()) {
            return gone("record.value", rule.name(), "");
        }
        if (copy.lostBits()) {
            host.found("record.undefined-field", Action.CHANGED, rule.name(), "");
        }
        if (copy.slack()) {
            host.found("record.slack", Action.REMOVED, rule.name(), "");
        }
        return Optional.of(
                new Record.Atom(rule.version(), raw.type(), raw.head().instance(), copy.body()));
    }

    private boolean fits(RawRecord raw, String name, Values instances) {
        boolean fits = instances.allows(raw.head().instance());
        if (!fits) {
            host.found(
                    "record.value",
                    Action.REMOVED,
                    name,
                    "instance " + raw.head().instance());
        }
        return fits;
    }

    private Optional<Record> gone(String code, String name, String detail) {
        host.found(code, Action.REMOVED, name, detail);
        return Optional.empty();
    }
}
