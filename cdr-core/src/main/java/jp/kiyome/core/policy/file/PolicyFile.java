package jp.kiyome.core.policy.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import jp.kiyome.core.policy.PolicyLayer;
import jp.kiyome.core.policy.PolicyVocabulary;

/** Reads policy files. Threads may share it. */
public final class PolicyFile {

    private final PolicyVocabulary vocabulary;

    /**
     * Reads files that use certain words.
     *
     * @param vocabulary what the modules at hand know
     */
    public PolicyFile(PolicyVocabulary vocabulary) {
        this.vocabulary = vocabulary;
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
                source.root(file).map(root -> new Sections(source, problems, vocabulary).read(root));
        problems.throwIfAny();
        return layer.orElseThrow();
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
