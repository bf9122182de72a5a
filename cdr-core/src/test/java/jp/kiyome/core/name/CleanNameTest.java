package jp.kiyome.core.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.type.FileType;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CleanNameTest {

    private static final FileType DOCX = FileType.of("docx", "application/x-docx", "docx");
    private static final Set<String> KNOWN = Set.of("docx", "pdf", "png");

    private static CleanName clean(String name) {
        return CleanName.of(name, KNOWN, Optional.of(DOCX));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "報告書.docx",
                "報告書.DOCX",
                "令和７年度　予算（案）.docx",
                "v1.2 最終版.docx",
                "葛󠄀飾区.docx",
                "外字\uE000.docx",
                "か\u3099.docx",
                ".docx",
                "契約.山田.docx",
                "a  b.docx"
            })
    void anHonestNameStaysAsItIs(String name) {
        assertThat(clean(name)).isEqualTo(new CleanName(name, false, false));
    }

    @ParameterizedTest
    @CsvSource({
        "report\u202Excod.docx, reportxcod.docx",
        "re\u200Bport.docx, report.docx",
        "report\u2066.docx, report.docx",
        "report.pdf.docx, report_pdf.docx",
        "photo.jpg.exe.docx, photo_jpg_exe.docx",
        "invoice.pdf            .docx, invoice_pdf.docx",
        "a          b.docx, a b.docx",
        "a\u3164b.docx, ab.docx",
        "a\u0007b.docx, ab.docx",
        "a\uFEFFb.docx, ab.docx"
    })
    void aDeceptiveNameIsCleaned(String name, String expected) {
        assertThat(clean(name)).isEqualTo(new CleanName(expected, true, false));
    }

    @ParameterizedTest
    @CsvSource({
        "CON.docx, _CON.docx",
        "nul.docx, _nul.docx",
        "COM¹.docx, _COM¹.docx",
        "a:b.docx, a_b.docx",
        "a<b>?.docx, a_b__.docx"
    })
    void aNameThatWindowsCannotStoreIsAdapted(String name, String expected) {
        assertThat(clean(name)).isEqualTo(new CleanName(expected, false, true));
    }

    @ParameterizedTest
    @CsvSource({
        "report.pdf, report.docx",
        "report, report.docx",
        "report.txt.exe, report_txt.docx",
        "report.版1, report.版1.docx",
        "report., report..docx"
    })
    void theExtensionIsThatOfTheActualType(String name, String expected) {
        assertThat(clean(name).name()).isEqualTo(expected);
    }

    @Test
    void onlyTheLastStepOfAPathCounts() {
        assertThat(clean("../../etc/passwd.docx").name()).isEqualTo("passwd.docx");
        assertThat(clean("C:\\Users\\a.docx").name()).isEqualTo("a.docx");
        assertThat(CleanName.of("..", KNOWN, Optional.empty()).name()).isEqualTo("unnamed");
        assertThat(CleanName.of("\u202E", KNOWN, Optional.empty()).name()).isEqualTo("unnamed");
    }

    @Test
    void trailingDotsAndSpacesGo() {
        assertThat(CleanName.of("a.docx. . ", KNOWN, Optional.empty()).name()).isEqualTo("a.docx");
    }

    @Test
    void aMarkStandsBeforeTheExtension() {
        assertThat(CleanName.marked("報告.docx", "cleaned")).isEqualTo("報告.cleaned.docx");
        assertThat(CleanName.marked("README", "cleaned")).isEqualTo("README.cleaned");
    }

    @Test
    void aNameThatIsTooLongKeepsItsExtension() {
        CleanName name = clean("清".repeat(200) + ".docx");
        assertThat(name.name()).endsWith("清.docx");
        assertThat(name.name().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(255);
        assertThat(name.adapted()).isTrue();
    }

    @Property
    void cleaningTwiceChangesNothing(@ForAll String name) {
        CleanName once = clean(name);
        assertThat(clean(once.name())).isEqualTo(new CleanName(once.name(), false, false));
    }

    @Property
    void noNameLeavesItsDirectory(@ForAll String name) {
        assertThat(clean(name).name())
                .doesNotContain("/", "\\", "\0")
                .isNotIn("", ".", "..")
                .endsWith("docx");
    }
}
