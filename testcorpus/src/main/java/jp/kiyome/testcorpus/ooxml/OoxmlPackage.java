package jp.kiyome.testcorpus.ooxml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import jp.kiyome.testcorpus.zip.RawEntry;
import jp.kiyome.testcorpus.zip.RawZip;

/**
 * An Open Packaging Conventions package (ECMA-376 part 2) put together from parts and relationships. Checks nothing, so that
 * it can be as wrong as a sample needs.
 */
public final class OoxmlPackage {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final Pattern TRANSITIONAL = Pattern.compile(
            "http://schemas\\.openxmlformats\\.org/(wordprocessingml|spreadsheetml|presentationml|drawingml|officeDocument)/2006/");

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final Map<String, String> defaults = new TreeMap<>();
    private final Map<String, String> overrides = new LinkedHashMap<>();
    private final Map<String, List<String>> relationships = new LinkedHashMap<>();
    private String extraContentTypes = "";

    public OoxmlPackage() {
        defaults.put("rels", "application/vnd.openxmlformats-package.relationships+xml");
        defaults.put("xml", "application/xml");
    }

    /** A part of XML text; the declaration is added. */
    public OoxmlPackage part(String name, String contentType, String xml) {
        return part(name, contentType, (XML + xml).getBytes(StandardCharsets.UTF_8));
    }

    public OoxmlPackage part(String name, String contentType, byte[] bytes) {
        overrides.put(name, contentType);
        return member(name, bytes);
    }

    /** A member that gets no content type of its own: it has the default of its extension, or none. */
    public OoxmlPackage member(String name, byte[] bytes) {
        parts.put(name, bytes);
        return this;
    }

    public OoxmlPackage defaultType(String extension, String contentType) {
        defaults.put(extension, contentType);
        return this;
    }

    /** Another main content type for a part that is there already. */
    public OoxmlPackage retype(String name, String contentType) {
        overrides.put(name, contentType);
        return this;
    }

    /** Any text inside {@code Types}. */
    public OoxmlPackage contentTypesXml(String xml) {
        extraContentTypes += xml;
        return this;
    }

    /**
     * A relationship to a part.
     *
     * @param source the part it belongs to; empty for the package
     * @param target as it stands in the file, so relative to the source's folder or with a leading slash
     */
    public OoxmlPackage relate(String source, String id, String type, String target) {
        return relateXml(source, relationship(id, type, target, ""));
    }

    /** A relationship to something outside. */
    public OoxmlPackage relateOut(String source, String id, String type, String target) {
        return relateXml(source, relationship(id, type, target, " TargetMode=\"External\""));
    }

    /** Any text inside {@code Relationships}. */
    public OoxmlPackage relateXml(String source, String xml) {
        relationships.computeIfAbsent(source, s -> new ArrayList<>()).add(xml);
        return this;
    }

    /** Changes the text of a part. */
    public OoxmlPackage edit(String name, UnaryOperator<String> change) {
        byte[] bytes = parts.get(name);
        if (bytes == null) {
            throw new IllegalArgumentException("no part " + name);
        }
        String before = new String(bytes, StandardCharsets.UTF_8);
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("nothing changed in " + name);
        }
        return member(name, after.getBytes(StandardCharsets.UTF_8));
    }

    /** The same package in the namespaces and relationship types of ECMA-376 Strict. */
    public OoxmlPackage strict() {
        parts.replaceAll((name, bytes) -> name.endsWith(".xml")
                ? strict(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                : bytes);
        relationships.values().forEach(all -> all.replaceAll(OoxmlPackage::strict));
        return this;
    }

    private static String strict(String xml) {
        return TRANSITIONAL.matcher(xml).replaceAll("http://purl.oclc.org/ooxml/$1/");
    }

    /** The archive, to be played tricks with. */
    public RawZip zip() {
        RawZip zip = new RawZip().add(RawEntry.of("[Content_Types].xml", contentTypes()));
        relationships.forEach((source, xml) -> zip.add(RawEntry.of(relationshipsOf(source), relationshipsXml(xml))));
        parts.forEach((name, bytes) -> zip.add(RawEntry.of(name, bytes)));
        return zip;
    }

    public byte[] bytes() {
        return zip().bytes();
    }

    /** The name of the part that holds a part's relationships (ECMA-376 part 2, section 6.5.2.2). */
    static String relationshipsOf(String source) {
        int slash = source.lastIndexOf('/') + 1;
        return source.substring(0, slash) + "_rels/" + source.substring(slash) + ".rels";
    }

    private static String relationship(String id, String type, String target, String mode) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + type + "\" Target=\"" + Xml.escaped(target) + "\"" + mode
                + "/>";
    }

    private static String relationshipsXml(List<String> xml) {
        return XML + "<Relationships xmlns=\"" + Ns.PACKAGE_RELATIONSHIPS + "\">" + String.join("", xml)
                + "</Relationships>";
    }

    private String contentTypes() {
        StringBuilder xml = new StringBuilder(XML)
                .append("<Types xmlns=\"")
                .append(Ns.CONTENT_TYPES)
                .append("\">");
        defaults.forEach((extension, type) ->
                xml.append("<Default Extension=\"" + extension + "\" ContentType=\"" + type + "\"/>"));
        overrides.forEach(
                (name, type) -> xml.append("<Override PartName=\"/" + name + "\" ContentType=\"" + type + "\"/>"));
        return xml.append(extraContentTypes).append("</Types>").toString();
    }
}
