package jp.kiyome.office.doc.sprm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.doc.raw.Pace;
import jp.kiyome.office.record.NumberReader;
import jp.kiyome.office.record.NumberWriter;

/**
 * Keeps of a list of properties those that {@code sprms.allow} names, with operands that fit; tells of the others. Not
 * thread-safe.
 */
public final class SprmFilter {

    private static final Map<Integer, SprmRule> RULES = SprmRule.load();

    /** Set by the writer where a character is special, and nowhere else. */
    public static final int SPECIAL = 0x0855;

    /** What a place in the document may have. */
    public static final Set<Sprm.Group> OF_CHARACTERS = Set.of(Sprm.Group.CHARACTER, Sprm.Group.PICTURE);

    public static final Set<Sprm.Group> OF_PARAGRAPHS = Set.of(Sprm.Group.PARAGRAPH, Sprm.Group.TABLE);
    public static final Set<Sprm.Group> OF_SECTIONS = Set.of(Sprm.Group.SECTION);

    private final Bounds bounds;
    private final Session session;
    private final Map<Set<Sprm.Group>, Map<List<Sprm>, List<Sprm>>> known = new HashMap<>();
    /** In front of {@link #known}: formats of one page are often one object. */
    private final Map<Set<Sprm.Group>, Map<List<Sprm>, List<Sprm>>> seen = new HashMap<>();

    private final Pace pace;

    public SprmFilter(Bounds bounds, Session session) {
        this.bounds = bounds;
        this.session = session;
        this.pace = new Pace(session.budget());
    }

    /** One step of whoever goes over formats; the clock is looked at every few thousand. */
    public void step() {
        pace.step();
    }

    public Bounds bounds() {
        return bounds;
    }

    /** Those that stay, in their order. Equal lists give one list, told once. */
    public List<Sprm> keep(List<Sprm> sprms, Set<Sprm.Group> groups) {
        return seen.computeIfAbsent(groups, any -> new IdentityHashMap<>())
                .computeIfAbsent(sprms, all -> known.computeIfAbsent(groups, any -> new HashMap<>())
                        .computeIfAbsent(all, once -> kept(once, groups)));
    }

    private List<Sprm> kept(List<Sprm> sprms, Set<Sprm.Group> groups) {
        List<Sprm> kept = new ArrayList<>(sprms.size());
        Row row = new Row();
        for (Sprm sprm : sprms) {
            if (sprm.code() == SPECIAL) {
                continue;
            }
            if (!groups.contains(sprm.group())) {
                tell("doc.sprm", sprm, "");
                continue;
            }
            pace.step();
            switch (RULES.get(sprm.code())) {
                case SprmRule.Keep rule -> {
                    if (rule.kind().fits(sprm, rule, bounds)) {
                        kept.add(sprm);
                    } else {
                        tell("doc.sprm-operand", sprm, rule.name());
                    }
                }
                case SprmRule.Written rule -> written(sprm, rule.name(), kept, row, rule.layout()::copy);
                case SprmRule.Defined rule ->
                    written(sprm, rule.name(), kept, row, (in, any, out) -> defined(rule, in, row, out));
                case SprmRule.Drop rule -> {
                    if (!rule.finding().equals("-")) {
                        tell(rule.finding(), sprm, rule.name());
                    }
                }
                case null -> tell("doc.sprm", sprm, "");
            }
        }
        return List.copyOf(kept);
    }

    /** Reads an operand, and writes what it says; tells whether bits without a meaning were lost. */
    @FunctionalInterface
    private interface Copy {
        boolean copy(NumberReader in, Row row, NumberWriter out);
    }

    private void written(Sprm sprm, String name, List<Sprm> kept, Row row, Copy copy) {
        NumberReader in = new NumberReader(sprm.operand());
        NumberWriter out = new NumberWriter();
        boolean lost = copy.copy(in, row, out);
        if (!in.ok()) {
            tell("doc.sprm-operand", sprm, name);
            return;
        }
        if (lost) {
            session.found(Finding.of(
                    "record.undefined-field",
                    Action.CHANGED,
                    Location.ofPart("WordDocument").at(name)));
        }
        Sprm written = new Sprm(sprm.code(), out.bytes());
        row.after(written);
        kept.add(written);
    }

    /** TDefTableOperand ([MS-DOC] 2.9.321): edges that go on to the right; cells at the end may lack, and are as empty ones. */
    private static boolean defined(SprmRule.Defined rule, NumberReader in, Row row, NumberWriter out) {
        int cells = in.u8();
        if (cells > Row.MOST) {
            in.refuse();
        }
        out.u8(cells);
        boolean lost = false;
        for (int i = 0, last = Short.MIN_VALUE; i <= cells && in.ok(); i++) {
            lost |= OperandLayout.copy(rule.edge().head(), in, row, out);
            last = ascending(last, (short) out.lastU16(), in);
        }
        for (int i = 0; i < cells && in.remaining() > 0; i++) {
            lost |= OperandLayout.copy(rule.cell().head(), in, row, out);
        }
        if (in.remaining() > 0) {
            in.refuse();
        }
        return lost;
    }

    private static int ascending(int last, int edge, NumberReader in) {
        if (edge < last) {
            in.refuse();
        }
        return edge;
    }

    private void tell(String code, Sprm sprm, String name) {
        String shown = name.isEmpty() ? String.format(Locale.ROOT, "%04X", sprm.code()) : name;
        session.found(
                Finding.of(code, Action.REMOVED, Location.ofPart("WordDocument").at(shown)));
    }

    /** Whether a list has a toggle of this code on; what stands last counts. */
    public static boolean on(List<Sprm> sprms, int code) {
        boolean on = false;
        for (Sprm sprm : sprms) {
            on = sprm.code() == code ? sprm.value() == 1 : on;
        }
        return on;
    }
}
