package jp.kiyome.office.ooxml;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.kiyome.container.zip.ZipMember;

/** The members of a package that no relationship of any part leads to. */
final class Unreferenced {

    private final OpcPackage opc;
    private final Set<String> reached = new HashSet<>();

    Unreferenced(OpcPackage opc) {
        this.opc = opc;
        reached(OpcPackage.CONTENT_TYPES);
        follow("");
    }

    /** Marks a part, and everything its relationships lead to. */
    void reached(String name) {
        if (reached.add(folded(name))) {
            follow(name);
        }
    }

    List<String> names() {
        return opc.members().stream()
                .filter(member -> !member.folder())
                .map(ZipMember::name)
                .filter(name -> !reached.contains(folded(name)))
                .toList();
    }

    private void follow(String source) {
        java.util.ArrayDeque<String> sources = new java.util.ArrayDeque<>(List.of(source));
        while (!sources.isEmpty()) {
            String part = sources.remove();
            String relationships = PartName.relationshipsOf(part);
            if (opc.part(relationships).isEmpty()) {
                continue;
            }
            reached.add(folded(relationships));
            for (Relationship relationship : opc.relationships(part)) {
                PartName.resolve(part, relationship.target())
                        .flatMap(opc::part)
                        .map(ZipMember::name)
                        .filter(name -> !relationship.external() && reached.add(folded(name)))
                        .ifPresent(sources::add);
            }
        }
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
