package jp.kiyome.cad.part21;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/**
 * Finds out which instances go: those of entities that name other files or that nobody knows, then those that need them, then those
 * that nothing else needed. Not thread-safe.
 */
final class Survey {

    /** Readings of the file until nothing more goes. */
    private static final int MOST_READINGS = 40;

    private final Exchange exchange;
    private final EntityList list;
    private final Consumer<Finding> findings;
    private final Ids defined = new Ids();
    private final Ids referred = new Ids();
    private final Ids gone = new Ids();
    private final Ids lonely = new Ids();
    private final Map<Long, String> unknown = new TreeMap<>();

    Survey(Exchange exchange, EntityList list, Consumer<Finding> findings) {
        this.exchange = exchange;
        this.list = list;
        this.findings = findings;
    }

    /** The instances that go. */
    Ids gone() {
        exchange.read(header -> {}, this::first, finding -> {});
        referred.forEach(id -> {
            if (!defined.has(id)) {
                throw Refusal.of("part21.reference", "#" + id);
            }
        });
        unknown.forEach((id, name) -> {
            if (referred.has(id)) {
                throw Refusal.of("part21.entity", Location.ofPart("#" + id), name);
            }
        });
        for (int reading = 0, before = 0; gone.size() > before; reading++) {
            if (reading == MOST_READINGS) {
                throw Refusal.of("part21.structure", "what goes takes too much with it");
            }
            before = gone.size();
            spread();
        }
        return gone;
    }

    private void first(Instance instance) {
        if (!defined.add(instance.id())) {
            throw Refusal.of("part21.structure", "an instance twice, #" + instance.id());
        }
        instance.references(referred::add);
        Optional<String> stranger = instance.records().stream()
                .map(Entity::name)
                .filter(name -> !list.known(name))
                .findFirst();
        stranger.ifPresent(name -> {
            boolean file = list.dropped(name);
            gone.add(instance.id());
            removed(file ? "part21.file-reference" : "part21.entity", instance, name);
            if (!file) {
                unknown.put(instance.id(), name);
            }
        });
    }

    /** One reading: what needs something that went goes; what only such instances needed does too. */
    private void spread() {
        Ids needed = new Ids();
        Cleaned cleaned = new Cleaned(gone, finding -> {});
        exchange.read(
                header -> {},
                instance -> {
                    if (!gone.has(instance.id()) && cleaned.of(instance).isEmpty()) {
                        gone.add(instance.id());
                        removed(
                                "part21.dependent",
                                instance,
                                instance.records().getFirst().name());
                    }
                    instance.references((gone.has(instance.id()) ? lonely : needed)::add);
                },
                finding -> {});
        exchange.read(
                header -> {},
                instance -> {
                    if (serves(instance)
                            && lonely.has(instance.id())
                            && !needed.has(instance.id())
                            && gone.add(instance.id())) {
                        removed(
                                "part21.dependent",
                                instance,
                                instance.records().getFirst().name());
                    }
                },
                finding -> {});
    }

    private boolean serves(Instance instance) {
        return instance.records().stream().map(Entity::name).allMatch(list::serves);
    }

    private void removed(String code, Instance instance, String name) {
        findings.accept(Finding.of(code, Action.REMOVED, Location.ofPart("#" + instance.id()), name));
    }
}
