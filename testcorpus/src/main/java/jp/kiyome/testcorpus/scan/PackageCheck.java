package jp.kiyome.testcorpus.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import jp.kiyome.testcorpus.scan.Opc.Relation;

/** Relationships and content types: all known, none outside, none to nothing, no part without. */
final class PackageCheck implements Check {

    private final Lists lists = Lists.read();

    @Override
    public void look(Layer archive, Opc opc, Found found) {
        opc.allRelations().forEach(relation -> relation(opc, relation, found));
        List<String> reached = opc.reached();
        for (String member : opc.members().keySet()) {
            if (!opc.isPart(member)) {
                continue;
            }
            if (!reached.contains(member)) {
                found.structure(member, "no relationship leads here");
            }
            String type = opc.contentType(member);
            if (type.isEmpty()) {
                found.dangling(member, "no content type");
            } else if (lists.forbidsType(type) && !isPdfObject(opc, member)) {
                found.vector(member, type);
            }
        }
        contentTypes(opc, found);
        sources(opc, found);
        oddities(opc, found);
    }

    private void relation(Opc opc, Relation relation, Found found) {
        if (relation.external()) {
            if (!relation.kind().equals("hyperlink") || !Links.harmless(relation.target())) {
                found.vector(relation.source(), relation);
            }
        } else if (!opc.members().containsKey(relation.part())) {
            found.dangling(relation.source(), relation);
        }
        if (!lists.allowsRelationship(relation.kind()) && !isPdfObject(opc, relation.part())) {
            found.vector(relation.source(), relation);
        }
    }

    private static boolean isPdfObject(Opc opc, String member) {
        byte[] bytes = opc.members().get(member);
        return bytes != null && AcrobatObject.pdf(bytes).isPresent();
    }

    private static void contentTypes(Opc opc, Found found) {
        Set<String> named = new HashSet<>();
        for (Element e : opc.elements(Opc.CONTENT_TYPES)) {
            if (e.is("ct:Override")
                    && !opc.members().containsKey(e.attribute("PartName").replaceFirst("^/", ""))) {
                found.dangling(Opc.CONTENT_TYPES, e);
            }
            boolean used = opc.members().keySet().stream()
                    .anyMatch(m -> m.toLowerCase(Locale.ROOT).endsWith("." + e.attribute("Extension")));
            if (e.is("ct:Default") && !used && !e.attribute("Extension").equals("xml")) {
                found.structure(Opc.CONTENT_TYPES, e);
            }
            if (!named.add(e.name() + e.attribute("PartName") + e.attribute("Extension"))) {
                found.structure(Opc.CONTENT_TYPES, e);
            }
        }
    }

    /** Relationship parts whose source is not there. */
    private static void sources(Opc opc, Found found) {
        for (String member : opc.members().keySet()) {
            if (member.endsWith(".rels") && !member.equals("_rels/.rels")) {
                String source = member.replaceFirst("_rels/([^/]*)\\.rels$", "$1");
                if (!opc.members().containsKey(source)) {
                    found.dangling(member, "no such part: " + source);
                }
            }
        }
    }

    private static void oddities(Opc opc, Found found) {
        opc.xml().forEach((name, part) -> part.oddities().forEach(odd -> found.structure(name, odd)));
    }
}
