package jp.kiyome.core.policy.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.kiyome.core.policy.PolicyLayer;
import jp.kiyome.core.policy.PolicyVocabulary;

/** Reads policy files. Threads may share it. */
public final class PolicyFile {

    private final PolicyVocabulary vocabulary;
    private final List<PolicySection<?>> sections;

    /**
     * Reads files that use certain words.
     *
     * @param vocabulary what the modules at hand know
     */
    public PolicyFile(PolicyVocabulary vocabulary) {
        this(vocabulary, List.of());
    }

    /** @param sections that other modules read; any other is a fault */
    public PolicyFile(PolicyVocabulary vocabulary, List<PolicySection<?>> sections) {
        this.vocabulary = vocabulary;
        this.sections = List.copyOf(sections);
    }

    /**
     * Reads a whole file or nothing of it.
     *
     * @throws PolicyInvalid with every problem found
     */
    public PolicyLayer read(byte[] file) {
        Problems problems = new Problems();
        YamlSource source = new YamlSource(problems);
        Optional<PolicyLayer> layer =
                source.root(file).map(root -> new Sections(source, problems, vocabulary, sections).read(root));
        problems.throwIfAny();
        return layer.orElseThrow();
    }

    /**
     * Reads one section, of a file without any fault in it.
     *
     * @throws PolicyInvalid with every problem of the section; those of others are told by {@link #read(byte[])}
     */
    public static <T> T section(byte[] file, PolicySection<T> section) {
        Problems problems = new Problems();
        YamlSource source = new YamlSource(problems);
        Optional<T> said = source.root(file).flatMap(root -> source.entries("policy", root).entrySet().stream()
                .filter(entry -> entry.getKey().getValue().equals(section.name()))
                .map(entry -> section.read(
                        new PolicyEntry(source, problems, section.name(), entry.getKey(), entry.getValue())))
                .findFirst());
        problems.throwIfAny();
        return said.orElseGet(section::absent);
    }

    /** A file with every section, its comments, and the values that hold without a file. */
    public static byte[] commentedDefault() {
        try (InputStream in = Objects.requireNonNull(PolicyFile.class.getResourceAsStream("default-policy.yaml"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read our own resource", e);
        }
    }
}
