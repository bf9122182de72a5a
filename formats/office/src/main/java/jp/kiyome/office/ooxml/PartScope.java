package jp.kiyome.office.ooxml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.office.value.HyperlinkTarget;

/**
 * The relationships of one part: those it has, and those it keeps, under ids of our own in the order they are first named.
 */
final class PartScope {

    private final PackageWalk walk;
    private final PartKind kind;
    private final String name;
    private final Map<String, Relationship> relationships = new LinkedHashMap<>();
    private final Map<String, Outgoing> kept = new LinkedHashMap<>();
    private final Set<String> refused = new HashSet<>();

    PartScope(PackageWalk walk, PartKind kind, String name) {
        this.walk = walk;
        this.kind = kind;
        this.name = name;
        walk.opc().relationships(name).forEach(r -> relationships.put(r.id(), r));
    }

    PartKind kind() {
        return kind;
    }

    /** The part's name in the input. */
    String name() {
        return name;
    }

    List<Outgoing> kept() {
        return new ArrayList<>(kept.values());
    }

    Optional<Relationship> relationship(String id) {
        return Optional.ofNullable(relationships.get(id));
    }

    /** Follows a relationship id that the part names at a place where only {@code kinds} may be named. */
    Reference follow(String id, List<String> kinds) {
        Relationship relationship = relationships.get(id);
        if (relationship == null) {
            return new Reference.Refused("structure.dangling-relationship");
        }
        List<String> possible = kinds.stream().filter(kind.explicit()::contains).toList();
        Optional<PartKind> leads = walk.kinds().leadingTo(relationship.type(), possible);
        Outgoing before = kept.get(id);
        if (before != null && leads.isPresent()) {
            return new Reference.Kept(before.id());
        }
        Reference reference = leads.isEmpty()
                ? new Reference.Refused(dropCode(relationship))
                : keep(relationship, leads.get());
        if (reference instanceof Reference.Refused) {
            refused.add(id);
        }
        return reference;
    }

    private Reference keep(Relationship relationship, PartKind leads) {
        if (leads.name().equals(PartKind.HYPERLINK)) {
            return HyperlinkTarget.canonical(relationship.target())
                    .filter(target -> relationship.external())
                    .<Reference>map(target -> add(relationship, new Outgoing.ToTarget(newId(), relationship.type(), target)))
                    .orElse(new Reference.Refused("link.scheme"));
        }
        if (relationship.external()) {
            return new Reference.Refused(leads.name().equals(PartKind.IMAGE) ? "link.image" : "link.external");
        }
        Optional<ZipMember> target = PartName.resolve(name, relationship.target()).flatMap(walk.opc()::part);
        if (target.isEmpty()) {
            return new Reference.Refused("structure.dangling-relationship");
        }
        return switch (walk.carry(leads, target.get(), this)) {
            case PackageWalk.Carried.Yes(CarriedPart part) -> add(
                    relationship, new Outgoing.ToPart(newId(), relationship.type(), part));
            case PackageWalk.Carried.No(String code) -> new Reference.Refused(code);
        };
    }

    private Reference add(Relationship relationship, Outgoing outgoing) {
        kept.put(relationship.id(), outgoing);
        return new Reference.Kept(outgoing.id());
    }

    private String newId() {
        return "rId" + (kept.size() + 1);
    }

    /** Carries what belongs to the part without being named in it, and reports what is left. */
    void followImplicit() {
        Set<String> seen = new HashSet<>();
        for (Relationship relationship : relationships.values()) {
            if (kept.containsKey(relationship.id()) || refused.contains(relationship.id())) {
                continue;
            }
            Optional<PartKind> leads = walk.kinds().leadingTo(relationship.type(), kind.implicit());
            Reference reference = leads.isEmpty()
                    ? new Reference.Refused(unused(relationship))
                    : implicit(relationship, leads.get(), seen);
            if (reference instanceof Reference.Refused(String code)) {
                walk.session().found(Finding.of(
                        code,
                        Action.REMOVED,
                        Location.ofPart(PartName.relationshipsOf(name)).at(relationship.type()),
                        relationship.target()));
            }
        }
    }

    private Reference implicit(Relationship relationship, PartKind leads, Set<String> seen) {
        if (walk.options().leavesOut(leads)) {
            return new Reference.Refused("review.comment");
        }
        boolean several = leads.outputName().contains("#");
        return several || seen.add(leads.name()) ? keep(relationship, leads) : new Reference.Refused("structure.duplicate-part");
    }

    private String unused(Relationship relationship) {
        return walk.kinds().leadingTo(relationship.type(), kind.explicit()).isPresent()
                ? relationship.external() ? "link.external" : "structure.unreferenced-part"
                : dropCode(relationship);
    }

    private String dropCode(Relationship relationship) {
        if (relationship.type().equals("oleObject") || relationship.type().equals("package")) {
            return relationship.external() ? "active.ole-link" : "active.ole-object";
        }
        String code = walk.kinds().dropCode(relationship.type());
        return relationship.external() && code.equals("structure.unknown-relationship") ? "link.external" : code;
    }
}
