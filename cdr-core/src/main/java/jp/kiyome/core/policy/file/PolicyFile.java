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
     * Reads the file of the uppermost level, whole or nothing of it.
     *
     * @throws PolicyInvalid with every problem found
     */
    public PolicyLayer read(byte[] file) {
        return read(file, PolicyLayer.empty());
    }

    /**
     * Reads the file of the next level.
     *
     * @param above what the levels above say; their last one says what this file may change
     * @return all of them as one
     * @throws PolicyInvalid with every problem found; a word that the level above does not let be changed is one
     */
    public PolicyLayer read(byte[] file, PolicyLayer above) {
        Problems problems = new Problems();
        YamlSource source = new YamlSource(problems);
        Optional<PolicyLayer> layer = source.root(file)
                .map(root -> new Sections(source, problems, vocabulary, sections, above.lets()).read(root));
        problems.throwIfAny();
        return layer.orElseThrow().over(above);
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
