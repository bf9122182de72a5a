package jp.kiyome.office.ooxml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;

/**
 * Walks a package from its root relationships and decides which parts are carried, in which order and by which names. A part
 * that nothing kept leads to is not carried. Not thread-safe: one file, one thread.
 */
final class PackageWalk {

    /** Whether a part is carried. */
    sealed interface Carried {
        record Yes(CarriedPart part) implements Carried {}

        record No(String code) implements Carried {}
    }

    private final OoxmlRules rules;
    private final OoxmlType type;
    private final OpcPackage opc;
    private final Session session;
    private final OoxmlOptions options;
    private final Embedding embedding;
    private final Map<String, CarriedPart> carried = new LinkedHashMap<>();
    private final Map<String, String> refusedPackages = new HashMap<>();
    private final Queue<CarriedPart> waiting = new ArrayDeque<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    PackageWalk(OoxmlRules rules, OoxmlType type, OpcPackage opc, Session session) {
        this.rules = rules;
        this.type = type;
        this.opc = opc;
        this.session = session;
        this.options = new OoxmlOptions(session.policy());
        this.embedding = new Embedding(opc, session);
    }

    OoxmlRules rules() {
        return rules;
    }

    PartKinds kinds() {
        return rules.kinds();
    }

    OpcPackage opc() {
        return opc;
    }

    Session session() {
        return session;
    }

    OoxmlOptions options() {
        return options;
    }

    Embedding embedding() {
        return embedding;
    }

    OoxmlType type() {
        return type;
    }

    /** Begins at the package's own relationships: the main part, then what belongs to the package. */
    PartScope begin() {
        PartScope root = new PartScope(this, kinds().kind("package-root"), "");
        List<Relationship> main = opc.relationships("").stream()
                .filter(r -> r.type().equals("officeDocument"))
                .toList();
        if (main.size() != 1) {
            throw Refusal.of("opc.main-part", Integer.toString(main.size()));
        }
        if (root.follow(main.getFirst().id(), List.of(type.mainKind())) instanceof Reference.Refused(String code)) {
            throw Refusal.of("opc.main-part", code);
        }
        root.followImplicit();
        return root;
    }

    /** The next part to work on; empty when the walk is done. */
    java.util.Optional<CarriedPart> next() {
        return java.util.Optional.ofNullable(waiting.poll());
    }

    List<CarriedPart> carried() {
        return new ArrayList<>(carried.values());
    }

    /** Carries a part that {@code referrer} leads to, if a part of the kind may stand there. */
    Carried carry(PartKind kind, ZipMember member, PartScope referrer) {
        String key = member.name().toLowerCase(Locale.ROOT);
        CarriedPart before = carried.get(key);
        if (before != null) {
            return before.kind().equals(kind) ? new Carried.Yes(before) : new Carried.No("structure.part-kind");
        }
        if (kind.name().equals(PartKind.PACKAGE)) {
            return carryPackage(kind, member, key);
        }
        String contentType = kind.name().equals(type.mainKind()) ? type.mainContentType() : contentType(kind, member);
        if (contentType.isEmpty()) {
            return new Carried.No("opc.content-type");
        }
        if (kind.optional() && !embedding.wellFormed(member)) {
            return new Carried.No("structure.unreadable-part");
        }
        return add(key, CarriedPart.waiting(kind, member, referrer, outputName(kind), contentType));
    }

    private Carried carryPackage(PartKind kind, ZipMember member, String key) {
        String before = refusedPackages.get(key);
        if (before != null) {
            return new Carried.No(before);
        }
        return embedding
                .embedded(member)
                .<Carried>map(clean -> {
                    String extension = clean.type().extensions().getFirst();
                    String name = outputName(kind) + "." + extension;
                    return add(
                            key,
                            CarriedPart.rebuilt(
                                    kind, member, clean.content(), name, clean.type().mediaType()));
                })
                .orElseGet(() -> {
                    refusedPackages.put(key, "active.ole-object");
                    return new Carried.No("active.ole-object");
                });
    }

    private Carried add(String key, CarriedPart part) {
        carried.put(key, part);
        waiting.add(part);
        return new Carried.Yes(part);
    }

    /** The content type to write for the part; empty when the one stated is not of the kind. */
    private String contentType(PartKind kind, ZipMember member) {
        if (!kind.xml()) {
            return kind.contentTypes().getFirst();
        }
        String stated = opc.contentType(member);
        return kind.contentTypes().stream().anyMatch(stated::equalsIgnoreCase)
                ? kind.contentTypes().getFirst()
                : "";
    }

    private String outputName(PartKind kind) {
        String pattern = kind.outputName().replace("{}", type.folder());
        int number = numbers.merge(pattern, 1, Integer::sum);
        return pattern.replace("#", Integer.toString(number));
    }

    /** Reports the members that nothing in the package leads to. */
    void reportUnreferenced() {
        Unreferenced unreferenced = new Unreferenced(opc);
        carried.values().forEach(part -> unreferenced.reached(part.member().name()));
        for (String name : unreferenced.names()) {
            session.found(Finding.of("structure.unreferenced-part", Action.REMOVED, Location.ofPart(name)));
        }
    }
}
