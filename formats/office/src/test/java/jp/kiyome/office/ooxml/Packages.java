package jp.kiyome.office.ooxml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packages put together part by part, and taken apart again. */
final class Packages {

    static final String W = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
            + " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final Map<String, StringBuilder> relationships = new LinkedHashMap<>();
    private final StringBuilder types = new StringBuilder();

    /** A document with this body. */
    static Packages document(String body) {
        return new Packages()
                .part(
                        "",
                        "officeDocument",
                        "word/document.xml",
                        "wordprocessingml.document.main",
                        "<w:document" + W + "><w:body>" + body + "</w:body></w:document>");
    }

    /** Adds a part of WordprocessingML and so on, to which {@code from} leads. */
    Packages part(String from, String relationship, String name, String type, String xml) {
        String whole = type.contains("/") ? type : OFFICE + type + "+xml";
        types.append("<Override PartName=\"/")
                .append(name)
                .append("\" ContentType=\"")
                .append(whole)
                .append("\"/>");
        parts.put(name, xml);
        StringBuilder leading = relationships.computeIfAbsent(from, f -> new StringBuilder());
        leading.append("<Relationship Id=\"r")
                .append(parts.size())
                .append("\" Type=\"")
                .append(relationship.contains(":") ? relationship : TYPE + relationship)
                .append("\" Target=\"/")
                .append(name)
                .append("\"/>");
        return this;
    }

    byte[] bytes() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + types + "</Types>");
        relationships.forEach((from, text) -> all.put(
                PartName.relationshipsOf(from),
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + text
                        + "</Relationships>"));
        all.putAll(parts);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : all.entrySet()) {
                ZipEntry entry = new ZipEntry(part.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** All parts, each behind its name. */
    static String text(byte[] file) {
        StringBuilder text = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                text.append('\n').append(entry.getName()).append('\n').append(new String(zip.readAllBytes(), UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
