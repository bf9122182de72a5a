package jp.kiyome.office.ooxml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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

    private final OoxmlRules rules;
    private final OoxmlType type;
    private final OpcPackage opc;
    private final Session session;
    private final OoxmlOptions options;
    private final Embedding embedding;
    private final Map<String, CarriedPart> carried = new LinkedHashMap<>();
    private final Map<String, Optional<Embedding.Embedded>> packages = new HashMap<>();
    private final Pivots pivots;
    private final Queue<CarriedPart> waiting = new ArrayDeque<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    PackageWalk(OoxmlRules rules, OoxmlType type, OpcPackage opc, Session session) {
        this.rules = rules;
        this.type = type;
        this.opc = opc;
        this.session = session;
        this.options = new OoxmlOptions(session.policy());
        this.embedding = new Embedding(opc, session);
        this.pivots = new Pivots(this);
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
        root.settle();
        root.followImplicit();
        return root;
    }

    /** The next part to work on; empty when the walk is done. */
    Optional<CarriedPart> next() {
        return Optional.ofNullable(waiting.poll());
    }

    List<CarriedPart> carried() {
        return new ArrayList<>(carried.values());
    }

    /** Why a part may not stand where a part of the kind should; empty when it may. */
    String refusal(PartKind kind, ZipMember member) {
        CarriedPart before = carried.get(key(member));
        if (before != null) {
            return before.kind().equals(kind) ? "" : "structure.part-kind";
        }
        if (kind.name().equals(PartKind.PACKAGE)) {
            return embedded(member).isPresent() ? "" : "active.ole-object";
        }
        if (contentType(kind, member).isEmpty()) {
            return "opc.content-type";
        }
        if (kind.optional() && !embedding.wellFormed(member)) {
            return "structure.unreadable-part";
        }
        return pivots.refusal(kind, member);
    }

    private Optional<Embedding.Embedded> embedded(ZipMember member) {
        return packages.computeIfAbsent(key(member), k -> embedding.embedded(member));
    }

    /** Carries a part that {@code referrer} leads to, and which was not refused. */
    CarriedPart carry(PartKind kind, ZipMember member, PartScope referrer) {
        CarriedPart before = carried.get(key(member));
        if (before != null) {
            return before;
        }
        CarriedPart part = kind.name().equals(PartKind.PACKAGE)
                ? embeddedPart(kind, member)
                : CarriedPart.waiting(kind, member, referrer, outputName(kind), contentType(kind, member));
        carried.put(key(member), part);
        waiting.add(part);
        return part;
    }

    private CarriedPart embeddedPart(PartKind kind, ZipMember member) {
        Embedding.Embedded file = embedded(member).orElseThrow();
        String name = outputName(kind) + "." + file.extension();
        return CarriedPart.rebuilt(kind, member, file.content(), name, file.mediaType());
    }

    private static String key(ZipMember member) {
        return member.name().toLowerCase(Locale.ROOT);
    }

    /** The content type to write for the part; empty when the one stated is not of the kind. */
    private String contentType(PartKind kind, ZipMember member) {
        if (kind.name().equals(type.mainKind())) {
            return type.mainContentType();
        }
        if (!kind.filtered()) {
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
