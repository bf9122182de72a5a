package jp.kiyome.bridge.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jp.kiyome.bridge.cache.CacheAges;
import jp.kiyome.bridge.verdict.Verdict;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.bridge.verdict.WhyNotScanned;
import jp.kiyome.core.policy.file.PolicyEntry;
import jp.kiyome.core.policy.file.PolicySection;
import org.jspecify.annotations.Nullable;

/** Reads the section {@code verdicts} of a policy file; docs/verdicts.md tells its keys. Threads may share it. */
public final class VerdictSection implements PolicySection<VerdictPolicy> {

    private static final List<String> KEYS = List.of("sources", "on", "keep", "time", "wait", "originals", "outputs");

    @Override
    public String name() {
        return "verdicts";
    }

    @Override
    public VerdictPolicy absent() {
        return VerdictPolicy.nobody();
    }

    @Override
    public VerdictPolicy read(PolicyEntry section) {
        Fields fields = new Fields(section).known(KEYS);
        VerdictPolicy usual = VerdictPolicy.nobody();
        return new VerdictPolicy(
                fields.get("sources").map(VerdictSection::sources).orElse(usual.sources()),
                fields.get("on").map(VerdictSection::rules).orElse(usual.rules()),
                fields.get("keep").map(VerdictSection::ages).orElse(usual.ages()),
                fields.positiveTime(usual.time()),
                fields.time("wait", usual.patience()),
                fields.yes("originals", usual.originals()),
                fields.yes("outputs", usual.outputs()));
    }

    private record Prepared(String name, Supplier<VerdictSource> maker) implements VerdictPolicy.Named {
        @Override
        public VerdictSource open() {
            return maker.get();
        }
    }

    private static List<VerdictPolicy.Named> sources(PolicyEntry section) {
        Map<String, SourceKind> kinds = new LinkedHashMap<>();
        for (SourceKind kind : SourceKind.values()) {
            kinds.put(kind.word(), kind);
        }
        List<VerdictPolicy.Named> sources = new ArrayList<>();
        section.entries().forEach((name, entry) -> {
            Fields fields = new Fields(entry);
            Optional<PolicyEntry> said = fields.get("kind");
            if (said.isEmpty()) {
                entry.wrong(PolicyFault.NO_KIND.text(String.join(", ", kinds.keySet())));
                return;
            }
            Optional<SourceKind> kind = said.get().oneOf(kinds.keySet()).map(kinds::get);
            kind.ifPresent(one -> {
                List<String> keys = new ArrayList<>(one.keys());
                keys.add("kind");
                fields.known(keys);
                one.read(name, fields).ifPresent(maker -> sources.add(new Prepared(name, maker)));
            });
        });
        return sources;
    }

    private static VerdictRules rules(PolicyEntry section) {
        VerdictRules usual = VerdictRules.usual();
        Map<String, PolicyEntry> entries = new LinkedHashMap<>(section.entries());
        Action threat = action(entries.remove("threat"), usual.threat());
        if (threat == Action.GO_ON) {
            section.wrong(PolicyFault.NO_THREAT_PASSES.text());
        }
        Action suspicious = action(entries.remove("suspicious"), usual.suspicious());
        Action atDeadline = action(entries.remove("at-deadline"), usual.atDeadline());
        Map<WhyNotScanned, Action> notScanned = new EnumMap<>(WhyNotScanned.class);
        for (WhyNotScanned why : WhyNotScanned.values()) {
            notScanned.put(why, action(entries.remove(why.word()), usual.on(Verdict.notScanned(why, ""))));
        }
        List<String> known = new ArrayList<>(List.of("threat", "suspicious", "at-deadline"));
        notScanned.keySet().forEach(why -> known.add(why.word()));
        entries.values().forEach(entry -> entry.unknownKey(known));
        return new VerdictRules(threat, suspicious, notScanned, atDeadline);
    }

    private static Action action(@Nullable PolicyEntry entry, Action usual) {
        if (entry == null) {
            return usual;
        }
        Map<String, Action> words = new LinkedHashMap<>();
        for (Action action : Action.values()) {
            words.put(action.word(), action);
        }
        return entry.oneOf(words.keySet()).map(words::get).orElse(usual);
    }

    private static CacheAges ages(PolicyEntry section) {
        Fields fields = new Fields(section).known(List.of("nothing-found", "suspicious", "threat"));
        CacheAges usual = CacheAges.usual();
        return new CacheAges(
                fields.time("nothing-found", usual.nothingFound()),
                fields.time("suspicious", usual.suspicious()),
                fields.time("threat", usual.threat()));
    }
}
