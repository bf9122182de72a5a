package jp.kiyome.app.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jp.kiyome.app.files.FileTrouble;
import jp.kiyome.app.say.Say;
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
import jp.kiyome.core.type.FileType;

/** The engine and what belongs to it, made when asked for: most calls need only some of it. Not thread-safe. */
final class Workshop {

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
        Optional<Path> file = call.path("--policy");
        Chosen chosen = file.isEmpty() ? new Chosen(Policy.defaults(), Optional.empty()) : policy(file.get());
        Set<String> approved = Set.copyOf(call.all("--approve"));
        if (approved.isEmpty()) {
            return chosen;
        }
        for (String code : approved) {
            if (!catalogue().codes().contains(code)) {
                throw new Usage(Say.NO_SUCH_CODE, code);
            }
        }
        return new Chosen(chosen.policy().approving(approved), chosen.jail());
    }

    /**
     * A policy, and what its file says of the jail.
     *
     * @param jail empty where it says nothing
     */
    record Chosen(Policy policy, Optional<JailRule> jail) {}

    /**
     * Reads a policy file.
     *
     * @throws jp.kiyome.core.policy.file.PolicyInvalid with all its faults
     */
    Chosen policy(Path file) throws FileTrouble {
        PolicyVocabulary vocabulary = PolicyVocabulary.of(
                registry().knownTypes().stream().map(FileType::id).toList(),
                catalogue().codes(),
                registry().options());
        try {
            PolicyLayer layer =
                    new PolicyFile(vocabulary, List.of(new VerdictSection())).read(Files.readAllBytes(file));
            return new Chosen(layer.resolve(vocabulary), layer.jail());
        } catch (IOException e) {
            throw FileTrouble.reading(file, e);
        }
    }

    /**
     * Whom to ask for verdicts, by the policy of a call; nobody without one.
     *
     * @throws jp.kiyome.core.policy.file.PolicyInvalid with all faults of the file
     */
    VerdictPolicy verdicts(Call call) throws FileTrouble {
        Optional<Path> file = call.path("--policy");
        if (file.isEmpty()) {
            return VerdictPolicy.nobody();
        }
        policy(file.get());
        try {
            return PolicyFile.section(Files.readAllBytes(file.get()), new VerdictSection());
        } catch (IOException e) {
            throw FileTrouble.reading(file.get(), e);
        }
    }
}
