package jp.kiyome.bridge.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import jp.kiyome.bridge.verdict.VerdictSource;
import jp.kiyome.core.policy.SectionLayer;

/**
 * What policy files say in the section {@code verdicts}. A source is one value: a level that names it says all of it. None can be
 * taken away, only said otherwise.
 *
 * @param sources by name, in the order of the files, the uppermost level first
 * @param on actions by the word of the answer
 * @param keep ages by the word of the answer
 * @param times for how long to wait, by the keys of the section
 * @param choices what to ask about, by the keys of the section
 */
public record VerdictLayer(
        Map<String, Source> sources,
        Map<String, Action> on,
        Map<String, Duration> keep,
        Map<String, Duration> times,
        Map<String, Boolean> choices)
        implements SectionLayer<VerdictLayer> {

    /**
     * A source that is not made yet.
     *
     * @param meaning what each of its keys says, said or not, without secrets
     */
    public record Source(String name, Map<String, String> meaning, Supplier<VerdictSource> maker)
            implements VerdictPolicy.Named {

        public Source {
            meaning = Map.copyOf(meaning);
        }

        @Override
        public VerdictSource open() {
            return maker.get();
        }
    }

    public VerdictLayer {
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        on = Map.copyOf(on);
        keep = Map.copyOf(keep);
        times = Map.copyOf(times);
        choices = Map.copyOf(choices);
    }

    public static VerdictLayer empty() {
        return new VerdictLayer(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    @Override
    public VerdictLayer over(VerdictLayer below) {
        return new VerdictLayer(
                merged(below.sources, sources),
                merged(below.on, on),
                merged(below.keep, keep),
                merged(below.times, times),
                merged(below.choices, choices));
    }

    private static <T> Map<String, T> merged(Map<String, T> below, Map<String, T> above) {
        Map<String, T> merged = new LinkedHashMap<>(below);
        merged.putAll(above);
        return merged;
    }

    /** What results, with the usual where nothing is said. */
    public VerdictPolicy resolve() {
        VerdictPolicy usual = VerdictPolicy.nobody();
        return new VerdictPolicy(
                List.copyOf(sources.values()),
                VerdictWords.rules(on),
                VerdictWords.ages(keep),
                times.getOrDefault(VerdictWords.TIME, usual.time()),
                times.getOrDefault(VerdictWords.WAIT, usual.patience()),
                choices.getOrDefault(VerdictWords.ORIGINALS, usual.originals()),
                choices.getOrDefault(VerdictWords.OUTPUTS, usual.outputs()),
                choices.getOrDefault(VerdictWords.ADDRESSES, usual.addresses()));
    }

    @Override
    public List<String> canonical() {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(sources).forEach((name, source) -> new TreeMap<>(source.meaning())
                .forEach((key, value) -> lines.add("source " + name + " " + key + " " + value)));
        VerdictPolicy meant = resolve();
        VerdictPolicy usual = VerdictPolicy.nobody();
        differing(lines, "on", VerdictWords.said(meant.rules()), VerdictWords.said(usual.rules()));
        differing(lines, "keep", VerdictWords.said(meant.ages()), VerdictWords.said(usual.ages()));
        differing(lines, "for", VerdictWords.said(meant), VerdictWords.said(usual));
        return lines;
    }

    private static void differing(List<String> lines, String of, Map<String, String> meant, Map<String, String> usual) {
        new TreeMap<>(meant).forEach((key, value) -> {
            if (!Optional.of(value).equals(Optional.ofNullable(usual.get(key)))) {
                lines.add(of + " " + key + " " + value);
            }
        });
    }
}
