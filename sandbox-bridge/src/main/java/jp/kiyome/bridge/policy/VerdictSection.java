package jp.kiyome.bridge.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.file.PolicyEntry;
import jp.kiyome.core.policy.file.PolicySection;

/** Reads the section {@code verdicts} of a policy file; docs/verdicts.md tells its keys. Threads may share it. */
public final class VerdictSection implements PolicySection<VerdictLayer> {

    private static final List<String> KEYS = List.of(
            "sources",
            "on",
            "keep",
            VerdictWords.TIME,
            VerdictWords.WAIT,
            VerdictWords.ORIGINALS,
            VerdictWords.OUTPUTS,
            VerdictWords.ADDRESSES);

    /** Without dots: a name is one step of the path by which an upper level lets a lower one change it. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_-]{1,64}");

    @Override
    public String name() {
        return "verdicts";
    }

    @Override
    public Class<VerdictLayer> type() {
        return VerdictLayer.class;
    }

    @Override
    public Collection<String> keys() {
        return KEYS;
    }

    @Override
    public VerdictLayer absent() {
        return VerdictLayer.empty();
    }

    @Override
    public VerdictLayer read(PolicyEntry section) {
        Fields fields = new Fields(section).known(KEYS);
        VerdictPolicy usual = VerdictPolicy.nobody();
        Map<String, Duration> times = new LinkedHashMap<>();
        fields.get(VerdictWords.TIME)
                .ifPresent(entry -> times.put(VerdictWords.TIME, fields.positiveTime(usual.time())));
        fields.get(VerdictWords.WAIT)
                .ifPresent(entry -> times.put(VerdictWords.WAIT, fields.time(VerdictWords.WAIT, usual.patience())));
        Map<String, Boolean> choices = new LinkedHashMap<>();
        for (String choice : List.of(VerdictWords.ORIGINALS, VerdictWords.OUTPUTS, VerdictWords.ADDRESSES)) {
            fields.get(choice).ifPresent(entry -> choices.put(choice, fields.yes(choice, false)));
        }
        return new VerdictLayer(
                fields.get("sources").map(VerdictSection::sources).orElse(Map.of()),
                fields.get("on").map(VerdictSection::rules).orElse(Map.of()),
                fields.get("keep").map(VerdictSection::ages).orElse(Map.of()),
                times,
                choices);
    }

    private static Map<String, VerdictLayer.Source> sources(PolicyEntry section) {
        Map<String, VerdictLayer.Source> sources = new LinkedHashMap<>();
        section.entries().forEach((name, entry) -> {
            if (!NAME.matcher(name).matches()) {
                entry.wrong(PolicyFault.NOT_A_NAME.text(Untrusted.of(name)));
                return;
            }
            source(name, entry).ifPresent(source -> sources.put(name, source));
        });
        return sources;
    }

    private static Optional<VerdictLayer.Source> source(String name, PolicyEntry entry) {
        Map<String, SourceKind> kinds = new LinkedHashMap<>();
        for (SourceKind kind : SourceKind.values()) {
            kinds.put(kind.word(), kind);
        }
        Fields fields = new Fields(entry);
        Optional<PolicyEntry> said = fields.get("kind");
        if (said.isEmpty()) {
            entry.wrong(PolicyFault.NO_KIND.text(String.join(", ", kinds.keySet())));
            return Optional.empty();
        }
        return said.get().oneOf(kinds.keySet()).map(kinds::get).flatMap(kind -> {
            List<String> keys = new ArrayList<>(kind.keys());
            keys.add("kind");
            fields.known(keys);
            fields.means("kind", kind.word());
            return kind.read(name, fields).map(maker -> new VerdictLayer.Source(name, fields.meaning(), maker));
        });
    }

    private static Map<String, Action> rules(PolicyEntry section) {
        Fields fields = new Fields(section).known(VerdictWords.answers());
        Map<String, Action> actions = VerdictWords.actions();
        Map<String, Action> said = new LinkedHashMap<>();
        for (String answer : VerdictWords.answers()) {
            fields.get(answer)
                    .flatMap(entry -> entry.oneOf(actions.keySet()))
                    .map(actions::get)
                    .ifPresent(action -> said.put(answer, action));
        }
        if (said.get(VerdictWords.THREAT) == Action.GO_ON) {
            section.wrong(PolicyFault.NO_THREAT_PASSES.text());
        }
        return said;
    }

    private static Map<String, Duration> ages(PolicyEntry section) {
        Fields fields = new Fields(section).known(VerdictWords.AGES);
        Map<String, Duration> said = new LinkedHashMap<>();
        for (String answer : VerdictWords.AGES) {
            fields.get(answer).ifPresent(entry -> said.put(answer, fields.time(answer, Duration.ZERO)));
        }
        return said;
    }
}
