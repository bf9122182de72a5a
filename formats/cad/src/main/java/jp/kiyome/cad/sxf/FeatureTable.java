package jp.kiyome.cad.sxf;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The features and their parameters, {@code features.allow}. Immutable; threads may share it. */
final class FeatureTable {

    static final FeatureTable SXF = new FeatureTable();

    private final Map<String, List<String>> features = new TreeMap<>();

    private FeatureTable() {
        try (InputStream in = FeatureTable.class.getResourceAsStream("features.allow")) {
            if (in == null) {
                throw new IllegalStateException("no features.allow");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(line -> line.replaceFirst("#.*$", "").strip())
                    .filter(line -> !line.isEmpty())
                    .map(line -> List.of(line.split(" +", -1)))
                    .forEach(words -> features.put(words.getFirst(), words.subList(1, words.size())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rules of a feature's parameters; empty for one that is not known. */
    Optional<List<String>> rules(String feature) {
        List<String> words = features.get(feature);
        return words == null || Character.isUpperCase(feature.charAt(0))
                ? Optional.empty()
                : Optional.of(spelled(words));
    }

    private List<String> spelled(List<String> words) {
        List<String> spelled = new ArrayList<>();
        for (String word : words) {
            List<String> part = Character.isUpperCase(word.charAt(0)) ? features.get(word) : null;
            spelled.addAll(part == null ? List.of(word) : part);
        }
        return spelled;
    }
}
