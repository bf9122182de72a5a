package jp.kiyome.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.bridge.policy.VerdictSection;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.policy.PolicyLayer;
import jp.kiyome.core.policy.PolicyVocabulary;
import jp.kiyome.core.policy.file.PolicyFile;
import jp.kiyome.core.policy.file.PolicyInvalid;
import jp.kiyome.core.policy.file.PolicySection;
import jp.kiyome.core.type.FileType;

/** Reads policies in the words of the modules at hand. Threads share it. */
record PolicyReading(PolicyVocabulary vocabulary, PolicyFile form, VerdictSection verdicts) {

    /**
     * A level that was read.
     *
     * @param name of its file; empty for what stands below all files
     * @param layer what it and those above it say
     */
    record Level(String name, PolicyLayer layer) {}

    static PolicyReading of(Registry registry, FindingCatalogue catalogue) {
        PolicyVocabulary vocabulary = PolicyVocabulary.of(
                registry.knownTypes().stream().map(FileType::id).toList(), catalogue.codes(), registry.options());
        VerdictSection verdicts = new VerdictSection();
        List<PolicySection<?>> sections = new ArrayList<>(List.of(verdicts));
        // The gateway's is not there for commands that have nothing to do with mail: a file that has it is refused
        // then.
        for (PolicySection<?> other : ServiceLoader.load(PolicySection.class)) {
            sections.add(other);
        }
        return new PolicyReading(vocabulary, new PolicyFile(vocabulary, sections), verdicts);
    }

    /**
     * Reads policy files, each of the level below the one before.
     *
     * @param lowest what holds where no file says otherwise; the first of the levels
     * @throws BadPolicy with all faults of the first that has any
     */
    List<Level> levels(List<Path> files, PolicyLayer lowest) throws FileTrouble {
        List<Level> levels = new ArrayList<>(List.of(new Level("", lowest)));
        for (Path file : files) {
            levels.add(new Level(
                    file.getFileName().toString(), read(file, levels.getLast().layer())));
        }
        return levels;
    }

    private PolicyLayer read(Path file, PolicyLayer above) throws FileTrouble {
        try {
            return form.read(Files.readAllBytes(file), above);
        } catch (PolicyInvalid invalid) {
            throw new BadPolicy(file, invalid);
        } catch (IOException e) {
            throw FileTrouble.reading(file, e);
        }
    }

    Workshop.Chosen chosen(PolicyLayer layer) {
        return new Workshop.Chosen(
                layer.resolve(vocabulary), layer.jail(), verdicts.in(layer).resolve(), layer);
    }
}
