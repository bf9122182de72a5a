package jp.kiyome.testcorpus.scan.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an output may hold, by kind: keys, operators, functions, and so on.
 *
 * @param words the words of each kind
 */
record Lists(Map<String, Set<String>> words) {

    static final Lists PDF = read();

    boolean has(String kind, String word) {
        return words.getOrDefault(kind, Set.of()).contains(word);
    }

    private static Lists read() {
        try (InputStream in = Lists.class.getResourceAsStream("pdf.txt")) {
            if (in == null) {
                throw new IllegalStateException("pdf.txt is missing");
            }
            Map<String, Set<String>> words = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(line -> line.split(" +"))
                    .forEach(all -> words.computeIfAbsent(all[0], kind -> new TreeSet<>())
                            .addAll(Arrays.asList(all).subList(1, all.length)));
            return new Lists(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
