package jp.kiyome.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.Say;
import jp.kiyome.app.screen.Voice;
import jp.kiyome.bridge.policy.VerdictPolicy;
import jp.kiyome.bridge.policy.VerdictSection;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.jail.sandbox.WorkerSpec;
import jp.kiyome.core.magic.TikaWitness;
import jp.kiyome.core.policy.JailRule;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.PolicyLayer;
import jp.kiyome.core.policy.PolicyVocabulary;
import jp.kiyome.core.policy.file.PolicyFile;
import jp.kiyome.core.policy.file.PolicyInvalid;
import jp.kiyome.core.type.FileType;

/** The engine and what belongs to it, made when asked for: most calls need only some of it. Not thread-safe. */
final class Workshop {

    /** System, organisation, group. */
    private static final int LEVELS = 3;

    private final Supplier<Registry> registries;
    private final Optional<WorkerSpec> workers;
    private Optional<Registry> registry = Optional.empty();
    private Optional<FindingCatalogue> catalogue = Optional.empty();

    Workshop(Supplier<Registry> registries, Optional<WorkerSpec> workers) {
        this.registries = registries;
        this.workers = workers;
    }

    /** What workers are; empty where files are parsed in this process. */
    Optional<WorkerSpec> workers() {
        return workers;
    }

    Registry registry() {
        if (registry.isEmpty()) {
            registry = Optional.of(registries.get());
        }
        return registry.get();
    }

    FindingCatalogue catalogue() {
        if (catalogue.isEmpty()) {
            catalogue = Optional.of(FindingCatalogue.ofClassPath());
        }
        return catalogue.get();
    }

    Engine engine(Policy policy) {
        return new Engine(registry(), policy, new TikaWitness());
    }

    /** The policy of a call, or the defaults, with what the call approves. */
    Chosen policy(Call call) throws FileTrouble {
        List<Path> files = new ArrayList<>();
        for (String file : call.all("--policy")) {
            files.add(Call.toPath(file));
        }
        if (files.size() > LEVELS) {
            throw new Usage(Say.UNKNOWN_ARGUMENT, Voice.shown(files.getLast()));
        }
        Chosen chosen = policy(files);
        return new Chosen(chosen.policy().approving(approved(call)), chosen.jail(), chosen.verdicts());
    }

    private Set<String> approved(Call call) {
        Set<String> approved = Set.copyOf(call.all("--approve"));
        for (String code : approved) {
            if (!catalogue().codes().contains(code)) {
                throw new Usage(Say.NO_SUCH_CODE, code);
            }
        }
        return approved;
    }

    /**
     * A policy, what its files say of the jail, and whom they want asked.
     *
     * @param jail empty where they say nothing
     */
    record Chosen(Policy policy, Optional<JailRule> jail, VerdictPolicy verdicts) {}

    /**
     * Reads policy files, each of the level below the one before: the system's, an organisation's, a group's.
     *
     * @throws BadPolicy with all faults of the first that has any
     */
    Chosen policy(List<Path> files) throws FileTrouble {
        if (files.isEmpty()) {
            return new Chosen(Policy.defaults(), Optional.empty(), VerdictPolicy.nobody());
        }
        PolicyVocabulary vocabulary = PolicyVocabulary.of(
                registry().knownTypes().stream().map(FileType::id).toList(),
                catalogue().codes(),
                registry().options());
        VerdictSection verdicts = new VerdictSection();
        PolicyFile form = new PolicyFile(vocabulary, List.of(verdicts));
        PolicyLayer layer = PolicyLayer.empty();
        for (Path file : files) {
            layer = read(form, file, layer);
        }
        return new Chosen(
                layer.resolve(vocabulary), layer.jail(), verdicts.in(layer).resolve());
    }

    private static PolicyLayer read(PolicyFile form, Path file, PolicyLayer above) throws FileTrouble {
        try {
            return form.read(Files.readAllBytes(file), above);
        } catch (PolicyInvalid invalid) {
            throw new BadPolicy(file, invalid);
        } catch (IOException e) {
            throw FileTrouble.reading(file, e);
        }
    }
}
