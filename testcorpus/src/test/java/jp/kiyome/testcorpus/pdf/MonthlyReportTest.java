package jp.kiyome.testcorpus.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import jp.kiyome.approval.print.Printed;
import jp.kiyome.testcorpus.Tool;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The monthly report as a file: what three other readers, and our own handler, make of it. */
class MonthlyReportTest {

    private static final String LONG = "外部の場所を指す参照(テンプレート、画像、データの取り込み元など)を取り除きました。元の場所は報告の詳細に残ります";

    @TempDir
    Path folder;

    /** Of so many rows; their names are long, hostile, half wide, and beyond the first plane. */
    static Printed report(int rows) {
        List<String> names = List.of(
                LONG,
                "docx",
                ") Tj ET (\\ <</X>>",
                "ハンカク",
                "𠮷野家",
                "a\r\nb\u202ec",
                "An external reference was removed");
        List<Printed.Row> lines = IntStream.range(0, rows)
                .mapToObj(i -> new Printed.Row(names.get(i % names.size()), "取り除きました", rows - i, rows))
                .toList();
        return new Printed(
                "ja",
                "月次報告 令和8年11月(2026-11)",
                List.of("団体: midori-city", "月: 令和8年11月(2026-11)"),
                "midori-city",
                List.of(
                        new Printed.Table("届いたものの結果", "項目", "結果・処置", "件数", lines),
                        new Printed.Table("申請", "項目", "結果・処置", "件数", List.of(new Printed.Row("承認", "", 0, 0)))));
    }

    @Test
    void theSameFiguresMakeTheSameBytes() {
        assertThat(report(60).pdf()).isEqualTo(report(60).pdf());
    }

    @Test
    void ourHandlerFindsNothingInItAndItsTextStays() {
        Run run =
                Runner.withDefaults().sanitize("kiyome-2026-11.pdf", report(60).pdf());
        assertThat(run.rebuilt()).as(run.ending()).isTrue();
        assertThat(run.codes()).isEmpty();
        assertThat(SecondReader.text(run.output(), ""))
                .isEqualTo(SecondReader.text(report(60).pdf(), ""));
    }

    @Test
    void eachRowIsReadWholeAndInOrderWithTitleAndLanguage() throws Exception {
        try (PDDocument document = Loader.loadPDF(report(60).pdf())) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("月次報告 令和8年11月(2026-11)");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ja");
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            PDStructureNode whole = (PDStructureNode) document.getDocumentCatalog()
                    .getStructureTreeRoot()
                    .getKids()
                    .getFirst();
            assertThat(types(whole)).containsExactly("H1", "P", "P", "H2", "Table", "H2", "Table");
            PDStructureNode table = (PDStructureNode) whole.getKids().get(4);
            assertThat(types(table)).hasSize(61).containsOnly("TR");
            assertThat(types((PDStructureNode) table.getKids().getFirst())).containsExactly("TH", "TH", "TH");
            assertThat(types((PDStructureNode) table.getKids().get(60))).containsExactly("TD", "TD", "TD");
        }
        String text = SecondReader.text(report(60).pdf(), "").replaceAll("\\s", "");
        assertThat(text).contains(LONG, ")TjET(\\<</X>>", "abc", "ハンカク", "𠮷野家", "1/3", "3/3");
    }

    private static List<String> types(PDStructureNode node) {
        return node.getKids().stream()
                .map(kid -> ((PDStructureElement) kid).getStructureType())
                .toList();
    }

    @Test
    void anEmptyMonthIsAPageToo() {
        Printed empty = new Printed("en", "Monthly report 2026-11", List.of("Nothing came."), "midori-city", List.of());
        assertThat(SecondReader.text(empty.pdf(), "")).startsWith("1 pages").contains("Nothing came.", "1 / 1");
    }

    @Test
    void popplerReadsTheJapaneseWords() throws Exception {
        Tool tool = Tool.installed("pdftotext");
        assumeTrue(
                Files.isDirectory(Path.of("/usr/share/poppler/cMap")),
                "poppler-data is not installed: that poppler reads the Japanese of the monthly report was not tried");
        Files.write(folder.resolve("a.pdf"), report(60).pdf());
        Tool.Said said = tool.run(folder, "-enc", "UTF-8", "a.pdf", "a.txt");
        assertThat(said.status()).as(said.text()).isZero();
        assertThat(said.text()).isEmpty();
        assertThat(Files.readString(folder.resolve("a.txt"), StandardCharsets.UTF_8))
                .contains("月次報告 令和8年11月(2026-11)", "届いたものの結果", "取り除きました", "ハンカク", "𠮷野家");
    }

    @Test
    void itsTablesAndObjectsAreWhole() throws Exception {
        Tool tool = Tool.installed("qpdf");
        Files.write(folder.resolve("a.pdf"), report(60).pdf());
        Tool.Said said = tool.run(folder, "--check", "a.pdf");
        assertThat(said.status()).as(said.text()).isZero();
        assertThat(said.text()).contains("No syntax or stream encoding errors").doesNotContain("WARNING");
    }
}
