package jp.kiyome.testcorpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import jp.kiyome.testcorpus.relay.KiyomeServe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with a sheet: a process of its own with a small heap rebuilds it. */
class LargeSheetTest {

    private static final Map<String, String> PARTS = Map.of(
            "[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Override PartName="/xl/workbook.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
            <Override PartName="/xl/worksheets/sheet1.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""", "_rels/.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="xl/workbook.xml"/></Relationships>""", "xl/workbook.xml", """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
            xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>\
            <sheet name="台帳" sheetId="1" r:id="rId1"/></sheets></workbook>""", "xl/_rels/workbook.xml.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" \
            Target="worksheets/sheet1.xml"/></Relationships>""");

    @TempDir
    Path folder;

    @Test
    void aSheetOfFiftyThousandRowsFitsInASmallHeap() throws IOException, InterruptedException {
        assertThat(rebuilt(50_000, "-Xmx64m")).isEqualTo(50_000);
    }

    /** 200 MB of XML. Takes minutes, so only by hand: {@code -DargLine="-Dkiyome.large=true"}. */
    @Test
    @EnabledIfSystemProperty(named = "kiyome.large", matches = "true")
    void aSheetOfAMillionRowsFitsIn256Megabytes() throws IOException, InterruptedException {
        assertThat(rebuilt(1_000_000, "-Xmx256m")).isEqualTo(1_000_000);
    }

    /** Rows of the output. */
    private long rebuilt(int rows, String heap) throws IOException, InterruptedException {
        Path book = folder.resolve("large.xlsx");
        write(book, rows);
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-Dkiyome.worker.class.path=" + KiyomeServe.workerClassPath(),
                "-cp",
                System.getProperty("java.class.path"),
                "jp.kiyome.app.Main",
                "sanitize",
                book.toString(),
                "-o",
                folder.resolve("out").toString());
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).isZero();
        return rows(folder.resolve("out").resolve("large.xlsx"));
    }

    private static void write(Path book, int rows) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(book))) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, String> part : PARTS.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            sheet(zip, rows);
        }
    }

    private static void sheet(OutputStream out, int rows) throws IOException {
        StringBuilder xml = new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int row = 1; row <= rows; row++) {
            xml.append("<row r=\"%1$d\"><c r=\"A%1$d\"><v>%1$d</v></c>".formatted(row));
            xml.append("<c r=\"B%1$d\" t=\"str\"><f>IF(A%1$d&gt;1,\"住民\",\"\")</f><v>住民</v></c>".formatted(row));
            xml.append("<c r=\"C%1$d\" t=\"inlineStr\"><is><t>第%1$d号 交付申請書の受付</t></is></c>".formatted(row));
            xml.append("<c r=\"D%1$d\"><v>%2$d.5</v></c></row>".formatted(row, row * 7L % 99_991));
            if (xml.length() > 1 << 16) {
                out.write(xml.toString().getBytes(StandardCharsets.UTF_8));
                xml.setLength(0);
            }
        }
        out.write(xml.append("</sheetData></worksheet>").toString().getBytes(StandardCharsets.UTF_8));
    }

    private static long rows(Path book) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(book))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith("sheet1.xml")) {
                    return occurrences(zip);
                }
            }
        }
        return 0;
    }

    /** How many row elements the sheet has. */
    private static long occurrences(ZipInputStream sheet) throws IOException {
        byte[] wanted = "</row>".getBytes(StandardCharsets.US_ASCII);
        byte[] buffer = new byte[1 << 16];
        long count = 0;
        int matched = 0;
        for (int read = sheet.read(buffer); read >= 0; read = sheet.read(buffer)) {
            for (int i = 0; i < read; i++) {
                matched = buffer[i] == wanted[matched] ? matched + 1 : buffer[i] == wanted[0] ? 1 : 0;
                if (matched == wanted.length) {
                    count++;
                    matched = 0;
                }
            }
        }
        return count;
    }
}
