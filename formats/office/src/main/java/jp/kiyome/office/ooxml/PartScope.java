package jp.kiyome.office.ooxml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
    private final List<Outgoing> kept = new ArrayList<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> refused = new HashSet<>();

    PartScope(PackageWalk walk, PartKind kind, String name) {
        this.walk = walk;
        this.kind = kind;
        this.name = name;
        walk.opc().relationships(name).forEach(r -> relationships.put(r.id(), r));
    }

    List<Outgoing> kept() {
        return List.copyOf(kept);
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
        Integer before = places.get(id);
        if (before != null && leads.isPresent()) {
            return new Reference.Kept(kept.get(before).id());
        }
        Reference reference =
                leads.isEmpty() ? new Reference.Refused(dropCode(relationship)) : keep(relationship, leads.get());
        if (reference instanceof Reference.Refused) {
            refused.add(id);
        }
        return reference;
    }

    /** The kind of finding under which a relationship is dropped that may not stand here. */
    private String dropCode(Relationship relationship) {
        String code = DropCodes.of(walk.kinds(), relationship);
        return relationship.type().equals(ExternalLinks.RELATIONSHIP) && !relationship.external()
                ? target(relationship)
                        .map(part -> ExternalLinks.code(walk.opc(), part))
                        .orElse(code)
                : code;
    }

    /** Takes down that a link to something outside goes; gives the kind of finding. */
    String droppedLink(String id) {
        return switch (follow(id, List.of())) {
            case Reference.Refused(String code) -> code;
            case Reference.Kept kept -> throw new IllegalStateException("kept without a kind: " + id);
        };
    }

    private Reference keep(Relationship relationship, PartKind leads) {
        if (leads.name().equals(PartKind.HYPERLINK)) {
            return hyperlink(relationship);
        }
        if (relationship.external()) {
            return new Reference.Refused(DropCodes.external(leads));
        }
        Optional<ZipMember> target = target(relationship);
        if (target.isEmpty()) {
            return new Reference.Refused("structure.dangling-relationship");
        }
        String refusal = walk.refusal(leads, target.get());
        return refusal.isEmpty()
                ? add(relationship, new Outgoing.Planned(newId(), relationship.type(), leads, target.get()))
                : new Reference.Refused(refusal);
    }

    private Reference hyperlink(Relationship relationship) {
        Optional<HyperlinkTarget> target = HyperlinkTarget.parse(relationship.target());
        if (!relationship.external() || target.isEmpty()) {
            return new Reference.Refused("link.scheme");
        }
        if (target.get().isWeb()) {
            walk.session().leadsTo(target.get().text());
        }
        return add(
                relationship,
                new Outgoing.ToTarget(newId(), relationship.type(), target.get().text()));
    }

    /** The part that a relationship leads to. */
    Optional<ZipMember> target(Relationship relationship) {
        return PartName.resolve(name, relationship.target()).flatMap(walk.opc()::part);
    }

    /** The relationships of a type, as {@code parts.allow} writes it. */
    List<Relationship> ofType(String type) {
        return relationships.values().stream()
                .filter(r -> r.type().equals(type))
                .toList();
    }

    /** Makes a picture of another part one of this part; gives the id by which the part may name it. */
    String adopt(ZipMember picture) {
        String id = "picture-" + relationships.size();
        relationships.put(id, new Relationship(id, PartKind.IMAGE, "/" + picture.name(), false));
        return id;
    }

    private Reference add(Relationship relationship, Outgoing outgoing) {
        places.put(relationship.id(), kept.size());
        kept.add(outgoing);
        return new Reference.Kept(outgoing.id());
    }

    private String newId() {
        return "rId" + (kept.size() + 1);
    }

    /** How many relationships are kept; for {@link #rollBack}. */
    int checkpoint() {
        return kept.size();
    }

    /** Forgets the relationships kept since the checkpoint: what named them is not in the output. */
    void rollBack(int checkpoint) {
        kept.subList(checkpoint, kept.size()).clear();
        places.values().removeIf(place -> place >= checkpoint);
    }

    /** Everything that names a relationship is written: carries the parts behind those that are kept. */
    void settle() {
        for (int i = 0; i < kept.size(); i++) {
            if (kept.get(i) instanceof Outgoing.Planned planned) {
                CarriedPart part = walk.carry(planned.kind(), planned.member(), this);
                kept.set(i, new Outgoing.ToPart(planned.id(), planned.type(), part));
            }
        }
    }

    /** Carries what belongs to the part without being named in it. */
    void followImplicit() {
        Set<String> seen = new HashSet<>();
        for (Relationship relationship : implicitInOrder()) {
            Optional<PartKind> leads = walk.kinds().leadingTo(relationship.type(), kind.implicit());
            if (leads.isPresent()
                    && !places.containsKey(relationship.id())
                    && implicit(relationship, leads.get(), seen) instanceof Reference.Refused(String code)) {
                report(code, relationship);
            }
        }
        settle();
    }

    /** Notes come behind what may refer to them. */
    private List<Relationship> implicitInOrder() {
        return relationships.values().stream()
                .sorted(Comparator.comparingInt(relationship -> walk.kinds()
                        .leadingTo(relationship.type(), kind.implicit())
                        .map(WordNotes::rank)
                        .orElse(0)))
                .toList();
    }

    /** Reports the relationships that nothing named, once every part has been filtered. */
    void reportUnnamed() {
        for (Relationship relationship : relationships.values()) {
            if (!places.containsKey(relationship.id()) && !refused.contains(relationship.id())) {
                boolean named = walk.kinds()
                        .leadingTo(relationship.type(), kind.explicit())
                        .isPresent();
                report(named ? DropCodes.unnamed(relationship) : dropCode(relationship), relationship);
            }
        }
    }

    private void report(String code, Relationship relationship) {
        Location where = Location.ofPart(PartName.relationshipsOf(name)).at(relationship.type());
        refused.add(relationship.id());
        walk.session().found(Finding.of(code, Action.REMOVED, where, relationship.target()));
    }

    private Reference implicit(Relationship relationship, PartKind leads, Set<String> seen) {
        if (walk.options().leavesOut(leads)) {
            return new Reference.Refused("review.comment");
        }
        boolean several = leads.outputName().contains("#");
        return several || seen.add(leads.name())
                ? keep(relationship, leads)
                : new Reference.Refused("structure.duplicate-part");
    }
}
