package jp.kiyome.testcorpus.scan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An Open Packaging Conventions package, read once.
 *
 * @param path of the archive among the layers
 * @param members by name, as the local headers have them
 * @param xml the ones that are XML, parsed
 */
record Opc(String path, Map<String, byte[]> members, Map<String, XmlPart> xml) {

    static final String CONTENT_TYPES = "[Content_Types].xml";

    /** A relationship; {@code source} is empty for the package's own. */
    record Relation(String source, String id, String type, String target, boolean external) {

        /** The name of the part it leads to. */
        String part() {
            String base = source.substring(0, source.lastIndexOf('/') + 1);
            String path = target.startsWith("/") ? target.substring(1) : base + target;
            List<String> steps = new ArrayList<>();
            for (String step : path.split("#", 2)[0].split("/", -1)) {
                if (step.equals("..") && !steps.isEmpty()) {
                    steps.removeLast();
                } else if (!step.equals(".")) {
                    steps.add(step);
                }
            }
            return String.join("/", steps);
        }

        /** The last step of its type. */
        String kind() {
            return type.substring(type.lastIndexOf('/') + 1);
        }
    }

    static Opc of(Layer archive) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        Map<String, XmlPart> xml = new LinkedHashMap<>();
        for (Layer member : ZipMembers.of(archive)) {
            String name = member.path().substring(archive.path().length() + 1);
            members.put(name, member.bytes());
            if (XmlText.looksLikeXml(member)) {
                xml.put(name, XmlPart.read(member.bytes()));
            }
        }
        return new Opc(archive.path(), members, xml);
    }

    boolean isPackage() {
        return members.containsKey(CONTENT_TYPES);
    }

    boolean isPart(String member) {
        return !member.equals(CONTENT_TYPES) && !member.endsWith(".rels") && !member.endsWith("/");
    }

    List<Element> elements(String part) {
        XmlPart read = xml.get(part);
        return read == null ? List.of() : read.elements();
    }

    List<Relation> relations(String source) {
        int slash = source.lastIndexOf('/') + 1;
        String name = source.substring(0, slash) + "_rels/" + source.substring(slash) + ".rels";
        return elements(name).stream()
                .filter(e -> e.is("rel:Relationship"))
                .map(e -> new Relation(
                        source,
                        e.attribute("Id"),
                        e.attribute("Type"),
                        e.attribute("Target"),
                        !e.attribute("TargetMode").isEmpty()
                                && !e.attribute("TargetMode").equals("Internal")))
                .toList();
    }

    List<Relation> allRelations() {
        List<Relation> all = new ArrayList<>(relations(""));
        members.keySet().stream().filter(this::isPart).forEach(part -> all.addAll(relations(part)));
        return all;
    }

    /** By override, else by extension; empty when it has none. */
    String contentType(String part) {
        String extension = part.substring(part.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String byDefault = "";
        for (Element e : elements(CONTENT_TYPES)) {
            if (e.is("ct:Override") && e.attribute("PartName").equalsIgnoreCase("/" + part)) {
                return e.attribute("ContentType");
            }
            if (e.is("ct:Default")
                    && e.attribute("Extension").toLowerCase(Locale.ROOT).equals(extension)) {
                byDefault = e.attribute("ContentType");
            }
        }
        return byDefault;
    }

    /** The parts reached over relationships, from the package on. */
    List<String> reached() {
        List<String> reached = new ArrayList<>();
        List<String> toVisit = new ArrayList<>(List.of(""));
        while (!toVisit.isEmpty()) {
            for (Relation relation : relations(toVisit.removeLast())) {
                String part = relation.part();
                if (!relation.external() && members.containsKey(part) && !reached.contains(part)) {
                    reached.add(part);
                    toVisit.add(part);
                }
            }
        }
        return reached;
    }
}
