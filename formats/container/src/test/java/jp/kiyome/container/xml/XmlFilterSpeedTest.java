package jp.kiyome.container.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How many bytes a second one thread filters, beside the JDK's StAX reader and inflating alone. Run with {@code -Dspeed=MB}:
 * the size of each document.
 */
@EnabledIfSystemProperty(named = "speed", matches = "[0-9]+")
class XmlFilterSpeedTest {

    private static final int ROUNDS = 8;

    /** Time on the processor, so that neighbours on the machine do not count. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private interface Work {
        void on(byte[] document) throws Exception;
    }

    @Test
    void cellsOfASheet(TestReporter reporter) throws Exception {
        measure(reporter, "sheet", sheet(size()));
    }

    @Test
    void runsOfADocument(TestReporter reporter) throws Exception {
        measure(reporter, "text", text(size()));
    }

    private static void measure(TestReporter reporter, String name, byte[] document) throws Exception {
        byte[] packed = deflated(document);
        reporter.publishEntry(name + " filter", best(document, XmlFilterSpeedTest::filter));
        reporter.publishEntry(name + " StAX", best(document, XmlFilterSpeedTest::stax));
        reporter.publishEntry(name + " inflate", best(document, any -> inflate(packed)));
        ByteArrayOutputStream out = new ByteArrayOutputStream(document.length);
        XmlFilter.filter(
                Lists.SPEED,
                List.of("x:worksheet", "w:document"),
                new Quiet(),
                new ByteArrayInputStream(document),
                out,
                99);
        assertThat(out.size()).isGreaterThan(document.length / 2);
    }

    private static String best(byte[] document, Work work) throws Exception {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            long begin = CLOCK.getCurrentThreadCpuTime();
            work.on(document);
            best = Math.min(best, CLOCK.getCurrentThreadCpuTime() - begin);
        }
        return String.format(Locale.ROOT, "%.0f MB/s", document.length * 1000.0 / best);
    }

    private static void filter(byte[] document) {
        XmlFilter.filter(
                Lists.SPEED,
                List.of("x:worksheet", "w:document"),
                new Quiet(),
                new ByteArrayInputStream(document),
                OutputStream.nullOutputStream(),
                99);
    }

    private static void stax(byte[] document) throws Exception {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(document), "UTF-8");
        while (reader.hasNext()) {
            reader.next();
        }
    }

    private static void inflate(byte[] packed) throws Exception {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private static byte[] deflated(byte[] document) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(document);
        }
        return out.toByteArray();
    }

    private static int size() {
        return Integer.getInteger("speed") << 20;
    }

    private static byte[] sheet(int size) {
        StringBuilder xml =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<worksheet"
                        + " xmlns=\"urn:speed:x\" xmlns:r=\"urn:speed:r\"><sheetData>");
        for (int row = 1; xml.length() < size; row++) {
            xml.append("<row r=\"").append(row).append("\" spans=\"1:20\">");
            for (int column = 0; column < 20; column++) {
                xml.append("<c r=\"").append((char) ('A' + column)).append(row);
                boolean shared = column % 4 == 0;
                xml.append(shared ? "\" s=\"3\" t=\"s\"><v>" : "\" s=\"12\"><v>");
                xml.append(shared ? row * 31 % 9973 : row * 37L + column).append("</v></c>");
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] text(int size) {
        StringBuilder xml =
                new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n<w:document"
                        + " xmlns:w=\"urn:speed:w\" xmlns:r=\"urn:speed:r\"><w:body>");
        for (int p = 1; xml.length() < size; p++) {
            xml.append(
                    "<w:p w:rsidR=\"00A77B3E\"><w:pPr><w:jc w:val=\"both\"/><w:spacing w:before=\"120\" w:after=\"60\"/></w:pPr>");
            for (int r = 0; r < 4; r++) {
                xml.append(
                                "<w:r><w:rPr><w:rFonts w:ascii=\"Century\" w:eastAsia=\"ＭＳ 明朝\"/><w:sz w:val=\"21\"/></w:rPr>")
                        .append("<w:t xml:space=\"preserve\">住民基本台帳の写しの交付について ")
                        .append(p)
                        .append(" &amp; Heisei 31, see the notes below the table.</w:t></w:r>");
            }
            xml.append("</w:p>");
        }
        return xml.append("</w:body></w:document>").toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Small lists of the shape that those of Office Open XML have. */
    private static final class Lists {
        static final String NAMESPACES = """
                namespace x urn:speed:x unprefixed
                namespace w urn:speed:w
                namespace r urn:speed:r
                """;
        static final String X = """
                vocabulary x
                simple ST_Ref host
                simple ST_Index integer 0..4294967295
                simple ST_Type enum b n e s str inlineStr d
                type CT_Worksheet
                  x:sheetData CT_SheetData
                type CT_SheetData
                  x:row CT_Row
                type CT_Row
                  @r ST_Index
                  @spans pattern [0-9]{1,7}:[0-9]{1,7}
                  x:c CT_Cell
                type CT_Cell
                  @r ST_Ref
                  @s ST_Index
                  @t ST_Type
                  x:v CT_Value
                  x:f CT_Value
                type CT_Value
                  @xml:space xml-space
                  text string 32767
                root x:worksheet CT_Worksheet
                """;
        static final String W = """
                vocabulary w
                simple ST_Jc enum start center end both left right
                simple ST_Number integer
                simple ST_Font token 64
                type CT_Document
                  w:body CT_Body
                type CT_Body
                  w:p CT_P
                type CT_P
                  @w:rsidR drop metadata.revision-id
                  w:pPr CT_PPr
                  w:r CT_R
                type CT_PPr
                  w:jc CT_Jc
                  w:spacing CT_Spacing
                type CT_Jc
                  @w:val ST_Jc
                type CT_Spacing
                  @w:before ST_Number
                  @w:after ST_Number
                type CT_R
                  w:rPr CT_RPr
                  w:t CT_Text
                type CT_RPr
                  w:rFonts CT_Fonts
                  w:sz CT_Size
                type CT_Fonts
                  @w:ascii ST_Font
                  @w:eastAsia ST_Font
                type CT_Size
                  @w:val ST_Number
                type CT_Text
                  @xml:space xml-space
                  text string
                root w:document CT_Document
                """;
        static final AllowList SPEED = new AllowList(
                name -> switch (name) {
                    case "namespaces.allow" -> stream(NAMESPACES);
                    case "x.allow" -> stream(X);
                    case "w.allow" -> stream(W);
                    default -> null;
                },
                Set.of("host"));

        private static InputStream stream(String text) {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final class Quiet implements FilterHost {
        @Override
        public void found(String code, jp.kiyome.core.finding.Action action, String place, String detail) {}

        @Override
        public String judge(String rule, List<String> arguments, Utf8 value, XmlName element) {
            return value.length() < 12 ? ACCEPTED : "active.action";
        }

        @Override
        public ElementHook hook(ElementType type) {
            return ElementHook.none();
        }
    }
}
