package jp.kiyome.bridge.policy;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.kiyome.bridge.verdict.ScoreRule;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.policy.file.PolicyEntry;

/** The keys of one mapping, each read as what it should be. Faults are told; what is missing gets its usual value. */
final class Fields {

    private static final long MOST_BYTES = 2L << 30;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final PolicyEntry whole;
    private final Map<String, PolicyEntry> entries;
    private final Map<String, String> meaning = new HashMap<>();

    Fields(PolicyEntry whole) {
        this.whole = whole;
        this.entries = whole.entries();
    }

    Fields known(Collection<String> names) {
        entries.forEach((name, entry) -> {
            if (!names.contains(name)) {
                entry.unknownKey(names);
            }
        });
        return this;
    }

    Optional<PolicyEntry> get(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** What each key that was read means, whether it was said or is as usual; always in the same words. */
    Map<String, String> meaning() {
        return Map.copyOf(meaning);
    }

    <T> T means(String name, T value) {
        meaning.put(name, String.valueOf(value));
        return value;
    }

    private Duration meansTime(String name, Duration value) {
        means(name, value.toMillis() + "ms");
        return value;
    }

    long bytes(long usual) {
        return means(
                "most-bytes",
                get("most-bytes")
                        .map(entry -> entry.quantity(LimitName.Unit.BYTES, 1024, MOST_BYTES)
                                .orElse(usual))
                        .orElse(usual));
    }

    Duration time(String name, Duration usual) {
        return meansTime(
                name,
                get(name)
                        .map(entry -> entry.quantity(LimitName.Unit.MILLISECONDS, 0, 30 * DAY)
                                .orElse(usual.toMillis()))
                        .map(Duration::ofMillis)
                        .orElse(usual));
    }

    Duration positiveTime(Duration usual) {
        return meansTime(
                "time",
                get("time")
                        .map(entry -> entry.quantity(LimitName.Unit.MILLISECONDS, 100, DAY)
                                .orElse(usual.toMillis()))
                        .map(Duration::ofMillis)
                        .orElse(usual));
    }

    int count(String name, int usual, int most) {
        return means(
                name,
                get(name)
                        .map(entry -> (int)
                                entry.quantity(LimitName.Unit.COUNT, 1, most).orElse(usual))
                        .orElse(usual));
    }

    boolean yes(String name, boolean usual) {
        return get(name)
                .flatMap(entry -> entry.oneOf(List.of("yes", "no")))
                .map("yes"::equals)
                .orElse(usual);
    }

    /** A value that must be there. */
    <T> Optional<T> needed(String name, Function<String, Optional<T>> reader, String example) {
        Optional<PolicyEntry> entry = get(name);
        if (entry.isEmpty()) {
            whole.wrong(PolicyFault.MISSING.text(name));
            return Optional.empty();
        }
        Optional<String> text = entry.get().word();
        Optional<T> read = text.flatMap(reader);
        if (text.isPresent() && read.isEmpty()) {
            entry.get().wrong(PolicyFault.NOT_AN_ADDRESS.text(Untrusted.of(text.get()), example));
        }
        text.ifPresent(said -> means(name, said));
        return read;
    }

    Optional<URI> server(String name) {
        return needed(name, Fields::web, "http://127.0.0.1:11333");
    }

    private static Optional<URI> web(String text) {
        try {
            URI uri = new URI(text);
            boolean right = ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && (uri.getPath().isEmpty() || uri.getPath().equals("/"));
            return right ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    Optional<Path> path(String name) {
        Optional<PolicyEntry> entry = get(name);
        if (entry.isEmpty()) {
            whole.wrong(PolicyFault.MISSING.text(name));
            return Optional.empty();
        }
        Optional<Path> path = absolute(entry.get());
        path.ifPresent(said -> means(name, said));
        return path;
    }

    static Optional<Path> absolute(PolicyEntry entry) {
        Optional<String> text = entry.word();
        try {
            Optional<Path> path = text.map(Path::of).filter(Path::isAbsolute);
            if (text.isPresent() && path.isEmpty()) {
                entry.wrong(PolicyFault.NOT_A_PATH.text(Untrusted.of(text.get())));
            }
            return path;
        } catch (InvalidPathException e) {
            entry.wrong(PolicyFault.NOT_A_PATH.text(Untrusted.of(text.orElse(""))));
            return Optional.empty();
        }
    }

    ScoreRule scores(ScoreRule usual) {
        double suspicious = score("suspicious", usual.suspicious());
        double threat = score("threat", Math.max(usual.threat(), suspicious));
        if (suspicious > threat) {
            whole.wrong(PolicyFault.SCORES.text());
            return usual;
        }
        means("suspicious", suspicious);
        means("threat", threat);
        return new ScoreRule(suspicious, threat);
    }

    private double score(String name, double usual) {
        Optional<PolicyEntry> entry = get(name);
        Optional<String> text = entry.flatMap(PolicyEntry::word);
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.get().matches("-?[0-9]{1,6}(\\.[0-9]{1,3})?")) {
            entry.get().wrong(PolicyFault.NOT_A_SCORE.text(Untrusted.of(text.get())));
            return usual;
        }
        return new BigDecimal(text.get()).doubleValue();
    }
}
