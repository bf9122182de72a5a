package jp.kiyome.office.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The smallest packages that are documents. */
final class PlainPackages {

    static final String CANARY = "canary-5f1d";

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static final String RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";

    private PlainPackages() {}

    static byte[] document(String text) {
        return zip(document(text, ""));
    }

    /** The same with a part that nothing leads to, which a rebuilt document does not have. */
    static byte[] documentThatHides(String text) {
        return zip(document(text, CANARY));
    }

    /** Too large for the mini stream of the compound file and for one segment. */
    static byte[] longDocument() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            text.append(Integer.toHexString(i * 0x9E3779B1));
        }
        return document(text.toString());
    }

    static byte[] workbook() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                types("/xl/workbook.xml", "spreadsheetml.sheet")
                        .replace(
                                "</Types>",
                                override("/xl/worksheets/sheet1.xml", "spreadsheetml.worksheet") + "</Types>"));
        parts.put("_rels/.rels", relationship("officeDocument", "xl/workbook.xml"));
        parts.put(
                "xl/workbook.xml",
                HEAD + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relationship("worksheet", "worksheets/sheet1.xml"));
        parts.put(
                "xl/worksheets/sheet1.xml",
                HEAD + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                        + "<sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData></worksheet>");
        return zip(parts);
    }

    private static Map<String, String> document(String text, String hidden) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", types("/word/document.xml", "wordprocessingml.document"));
        parts.put("_rels/.rels", relationship("officeDocument", "word/document.xml"));
        parts.put(
                "word/document.xml",
                HEAD + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                        + "<w:body><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:body></w:document>");
        if (!hidden.isEmpty()) {
            parts.put("word/unused.xml", "<x>" + hidden + "</x>");
        }
        return parts;
    }

    private static String types(String mainPart, String mainType) {
        return HEAD + "<Types xmlns=\"" + TYPES + "\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + override(mainPart, mainType + ".main") + "</Types>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + OFFICE + type + "+xml\"/>";
    }

    private static String relationship(String type, String target) {
        return HEAD + "<Relationships xmlns=\"" + RELATIONSHIPS + "\"><Relationship Id=\"rId1\""
                + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type
                + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static byte[] zip(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
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
}
