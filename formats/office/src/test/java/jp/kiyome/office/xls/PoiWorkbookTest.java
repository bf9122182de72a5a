package jp.kiyome.office.xls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.Policy;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Another program reads of an output what it reads of the input. */
class PoiWorkbookTest {

    private static final Engine ENGINE = new Engine(Registry.ofClassPath(), Policy.defaults(), content -> "");

    @SuppressWarnings("ArrayRecordComponent")
    private record Result(String ending, byte[] bytes, List<String> codes) {}

    private static Result sanitized(byte[] file, String... passwords) throws IOException {
        try (Workspace workspace = Workspace.inTempDirectory()) {
            Outcome outcome = ENGINE.sanitize(
                    new Job(Untrusted.of("a.xls"), HeapContent.of(file.clone()), workspace, List.of(passwords)));
            byte[] bytes = outcome instanceof Outcome.Rebuilt rebuilt
                    ? rebuilt.content().stream().readAllBytes()
                    : new byte[0];
            return new Result(
                    outcome.report().verdict() + " " + outcome.report().reason(),
                    bytes,
                    outcome.report().findings().stream()
                            .map(finding -> finding.kind().code())
                            .distinct()
                            .collect(Collectors.toList()));
        }
    }

    @Test
    void everythingThatOfficesUseStays() throws IOException {
        byte[] input = PoiBooks.book(PoiBooks::everything);

        Result result = sanitized(input);

        assertThat(result.ending).startsWith("REBUILT");
        assertThat(PoiBooks.shown(result.bytes, "")).isEqualTo(PoiBooks.shown(input, ""));
        assertThat(result.codes).doesNotContain("xls.record-value", "xls.unknown-record", "content.picture-replaced");
    }

    @ParameterizedTest
    @EnumSource(names = {"binaryRC4", "cryptoAPI", "xor"})
    void aLockedWorkbookIsLockedAgain(EncryptionMode mode) throws IOException {
        byte[] input = PoiBooks.locked(mode, "1a", PoiWorkbookTest::small);

        Result result = sanitized(input, "1a");

        assertThat(result.ending).startsWith("REBUILT");
        assertThat(PoiBooks.shown(result.bytes, "1a")).isEqualTo(PoiBooks.shown(input, "1a"));
        assertThat(result.codes.contains("rc4.re-encrypted"))
                .as("none of them has keys of 128 bits")
                .isTrue();
        Result again = sanitized(result.bytes, "1a");
        assertThat(again.bytes).isEqualTo(result.bytes);
        assertThat(again.codes).isEmpty();
    }

    @Test
    void withoutItsPasswordItIsLocked() throws IOException {
        byte[] input = PoiBooks.locked(EncryptionMode.cryptoAPI, "1a", PoiWorkbookTest::small);
        assertThat(sanitized(input, "2b").ending).startsWith("LOCKED");
    }

    @Test
    void thePasswordThatEveryoneKnowsOpens() throws IOException {
        byte[] input = PoiBooks.locked(EncryptionMode.binaryRC4, "VelvetSweatshop", PoiWorkbookTest::small);
        assertThat(sanitized(input).codes).contains("crypto.default-password", "rc4.re-encrypted");
    }

    @Test
    void manyRowsStay() throws IOException {
        byte[] input = PoiBooks.book(book -> {
            org.apache.poi.ss.usermodel.Sheet sheet = book.createSheet();
            for (int i = 0; i < 3000; i++) {
                org.apache.poi.ss.usermodel.Row row = sheet.createRow(i);
                row.createCell(0).setCellValue("文字列 " + i);
                row.createCell(1).setCellValue(i * 0.5);
                row.createCell(2).setCellFormula("B" + (i + 1) + "+1");
            }
        });

        Result result = sanitized(input);

        assertThat(result.ending).startsWith("REBUILT");
        assertThat(PoiBooks.shown(result.bytes, "")).isEqualTo(PoiBooks.shown(input, ""));
    }

    private static void small(HSSFWorkbook book) {
        book.createSheet("s").createRow(0).createCell(0).setCellValue("住民票");
    }
}
