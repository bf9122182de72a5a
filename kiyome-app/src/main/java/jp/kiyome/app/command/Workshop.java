package jp.kiyome.app.command;

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
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.jail.sandbox.WorkerSpec;
import jp.kiyome.core.magic.TikaWitness;
import jp.kiyome.core.policy.JailRule;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.PolicyLayer;
import jp.kiyome.mail.settings.GatewaySettings;

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
        return policy(policyFiles(call)).approving(approved(call));
    }

    /** The files that a call names, the upper first. */
    List<Path> policyFiles(Call call) throws FileTrouble {
        List<Path> files = new ArrayList<>();
        for (String file : call.all("--policy")) {
            files.add(Call.toPath(file));
        }
        if (files.size() > LEVELS) {
            throw new Usage(Say.UNKNOWN_ARGUMENT, Voice.shown(files.getLast()));
        }
        return files;
    }

    /** Codes of findings that a call approves. */
    Set<String> approved(Call call) {
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
     * @param layer all that they say, for modules that read sections of their own
     */
    record Chosen(Policy policy, Optional<JailRule> jail, VerdictPolicy verdicts, PolicyLayer layer) {

        Chosen approving(Set<String> codes) {
            return new Chosen(policy.approving(codes), jail, verdicts, layer);
        }
    }

    /**
     * Reads policy files, each of the level below the one before: the system's, an organisation's, a group's.
     *
     * @throws BadPolicy with all faults of the first that has any
     */
    Chosen policy(List<Path> files) throws FileTrouble {
        return policy(files, PolicyLayer.empty());
    }

    /** The same for mail on its way, where HTML becomes text unless a file says otherwise. */
    Chosen mailPolicy(List<Path> files) throws FileTrouble {
        return policy(files, PolicyLayer.choosing(GatewaySettings.USUAL_CHOICES));
    }

    private Chosen policy(List<Path> files, PolicyLayer lowest) throws FileTrouble {
        if (files.isEmpty() && lowest.equals(PolicyLayer.empty())) {
            return new Chosen(Policy.defaults(), Optional.empty(), VerdictPolicy.nobody(), lowest);
        }
        PolicyReading reading = PolicyReading.of(registry(), catalogue());
        return reading.chosen(reading.levels(files, lowest).getLast().layer());
    }
}
