package jp.kiyome.testcorpus.odf;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.zip.RawEntry;
import jp.kiyome.testcorpus.zip.RawZip;

/** Puts OpenDocument files together (OpenDocument 1.3 parts 2 and 3). Checks nothing, so that they can be as wrong as a sample needs. */
final class Odf {

    static final String SHOWN = "本文の段落です";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String OASIS = "urn:oasis:names:tc:opendocument:xmlns:";
    private static final String SPACES =
            " xmlns:office=\"" + OASIS + "office:1.0\" xmlns:text=\"" + OASIS + "text:1.0\" xmlns:table=\""
                    + OASIS + "table:1.0\" xmlns:draw=\"" + OASIS + "drawing:1.0\" xmlns:style=\"" + OASIS
                    + "style:1.0\" xmlns:fo=\"" + OASIS
                    + "xsl-fo-compatible:1.0\" xmlns:svg=\"" + OASIS
                    + "svg-compatible:1.0\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:meta=\""
                    + OASIS + "meta:1.0\" xmlns:script=\"" + OASIS + "script:1.0\" xmlns:config=\"" + OASIS
                    + "config:1.0\" xmlns:presentation=\"" + OASIS
                    + "presentation:1.0\" xmlns:form=\"" + OASIS + "form:1.0\" xmlns:chart=\"" + OASIS
                    + "chart:1.0\" xmlns:of=\"" + OASIS
                    + "of:1.2\" xmlns:anim=\"" + OASIS + "animation:1.0\" xmlns:smil=\"" + OASIS
                    + "smil-compatible:1.0\" xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\" office:version=\"1.3\"";

    private final String kind;
    private final Map<String, byte[]> members = new LinkedHashMap<>();
    private final StringBuilder entries = new StringBuilder();

    private Odf(String kind) {
        this.kind = kind;
    }

    /** A text with these paragraphs. */
    static Odf text(String body) {
        return new Odf("text").part("content.xml", content("<office:text>" + body + "</office:text>"));
    }

    static Odf sheet(String tables) {
        return new Odf("spreadsheet")
                .part("content.xml", content("<office:spreadsheet>" + tables + "</office:spreadsheet>"));
    }

    static Odf slides(String pages) {
        return new Odf("presentation")
                .part("content.xml", content("<office:presentation>" + pages + "</office:presentation>"));
    }

    static String shown() {
        return "<text:p>" + SHOWN + "</text:p>";
    }

    static String content(String body) {
        return "<office:document-content" + SPACES + "><office:body>" + body
                + "</office:body></office:document-content>";
    }

    /** A flat text. */
    static byte[] flat(String before, String body) {
        return utf8(XML + "<office:document" + SPACES + " office:mimetype=\"application/vnd.oasis.opendocument.text\">"
                + before + "<office:body><office:text>" + body + "</office:text></office:body></office:document>");
    }

    static String picture(byte[] png) {
        return "<draw:frame><draw:image><office:binary-data>"
                + Base64.getEncoder().encodeToString(png) + "</office:binary-data></draw:image></draw:frame>";
    }

    static String root(String name, String inside) {
        return "<office:" + name + SPACES + ">" + inside + "</office:" + name + ">";
    }

    /** A part of XML text; the declaration is added. */
    Odf part(String name, String xml) {
        return member(name, "text/xml", utf8(XML + xml));
    }

    Odf member(String name, String type, byte[] bytes) {
        entry(name, type);
        return unlisted(name, bytes);
    }

    Odf unlisted(String name, byte[] bytes) {
        members.put(name, bytes);
        return this;
    }

    /** An entry of the manifest alone. */
    Odf entry(String name, String type) {
        entries.append("<manifest:file-entry manifest:full-path=\"")
                .append(name)
                .append("\" manifest:media-type=\"")
                .append(type)
                .append("\"/>");
        return this;
    }

    /** Any text inside the manifest. */
    Odf inManifest(String xml) {
        entries.append(xml);
        return this;
    }

    byte[] bytes() {
        String type = "application/vnd.oasis.opendocument." + kind;
        RawZip zip = new RawZip().add(RawEntry.of("mimetype", type).stored());
        members.forEach((name, bytes) -> zip.add(RawEntry.of(name, bytes)));
        String manifest = XML + "<manifest:manifest xmlns:manifest=\"" + OASIS
                + "manifest:1.0\" manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" manifest:media-type=\""
                + type + "\"/>" + entries + "</manifest:manifest>";
        return zip.add(RawEntry.of("META-INF/manifest.xml", manifest)).bytes();
    }

    static Sample sample(String name, String extension, Odf file) {
        return Sample.of(name, extension, file::bytes);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
