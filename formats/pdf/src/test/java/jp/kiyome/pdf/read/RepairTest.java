package jp.kiyome.pdf.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import jp.kiyome.pdf.Rebuilding;
import org.junit.jupiter.api.Test;

/** Whatever state the tables are in, one reading counts. */
class RepairTest {

    private static final String PAGE = Rebuilding.page("<<>>", "0 0 1 1 re f");

    /** The same file with a table that is right. */
    private static String withTable() {
        String body = PAGE.substring(0, PAGE.indexOf("trailer"));
        StringBuilder table = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
        for (int i = 1; i <= 4; i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", body.indexOf(i + " 0 obj")));
        }
        return body + table + "trailer<</Root 1 0 R/Size 5>>\nstartxref\n" + body.length() + "\n%%EOF\n";
    }

    @Test
    void aFileWithoutATableIsTheSameAsOneWithIt() {
        Rebuilding with = Rebuilding.of(withTable());
        Rebuilding without = Rebuilding.of(PAGE);
        assertThat(with.outcome()).isEqualTo("Rebuilt");
        assertThat(with.codes()).doesNotContain("pdf.repaired");
        assertThat(without.codes()).contains("pdf.repaired");
        assertThat(without.output()).isEqualTo(with.output());
    }

    @Test
    void offsetsThatPointElsewhereAreSearchedFor() {
        String wrong = withTable().replaceFirst("(?s)(\n\\d{9})\\d( 00000 n )", "$17$2");
        Rebuilding result = Rebuilding.of(wrong);
        assertThat(result.codes()).contains("pdf.repaired");
        assertThat(result.output()).isEqualTo(Rebuilding.of(PAGE).output());
    }

    @Test
    void aLengthThatIsWrongEndsAtEndstream() {
        for (String length : new String[] {"/Length 1 ", "/Length 999999 ", "/Length -3 ", ""}) {
            Rebuilding result = Rebuilding.of(PAGE.replace("/Length 12", length));
            assertThat(result.output()).isEqualTo(Rebuilding.of(PAGE).output());
        }
    }

    @Test
    void aLengthThatIsTheStreamItselfIsRefused() {
        assertThat(Rebuilding.of(PAGE.replace("/Length 12", "/Length 4 0 R ")).codes())
                .contains("pdf.too-complex");
    }

    @Test
    void onlyTheLastRevisionCounts() {
        String updated = withTable();
        int changed = updated.length();
        updated += "4 0 obj<</Length 1>>stream\nn\nendstream endobj\n";
        int table = updated.length();
        updated += "xref\n4 1\n%010d 00000 n \ntrailer<</Root 1 0 R/Size 5/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(changed, withTable().lastIndexOf("xref\n0 5"), table);
        Rebuilding result = Rebuilding.of(updated);
        assertThat(result.codes()).contains("pdf.earlier-revision");
        assertThat(result.text()).doesNotContain("re\nf");
    }

    @Test
    void tablesThatLeadBackToThemselvesAreSearchedInstead() {
        String looped = withTable();
        looped = looped.replace("/Size 5>>", "/Size 5/Prev " + looped.lastIndexOf("xref\n0 5") + ">>");
        Rebuilding result = Rebuilding.of(looped);
        assertThat(result.outcome()).isEqualTo("Rebuilt");
        assertThat(result.codes()).contains("pdf.repaired");
    }

    @Test
    void aTreeOfPagesThatHoldsItselfShowsEachPageOnce() {
        Rebuilding result = Rebuilding.of(PAGE.replace("/Kids[3 0 R]", "/Kids[2 0 R 3 0 R 3 0 R]"));
        assertThat(result.codes()).contains("pdf.loop");
        assertThat(result.text()).containsOnlyOnce("/Type/Page>>").contains("/Count 1");
    }
}
