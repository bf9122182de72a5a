package jp.kiyome.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.Location;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportJsonTest {

    private static final ReportJson JSON = new ReportJson(FindingCatalogue.ofClassPath());

    private static String resource() throws IOException {
        try (var in = Objects.requireNonNull(Report.class.getResourceAsStream("report.schema.json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> faults(String json) throws IOException {
        JsonSchema schema =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(resource());
        return schema.validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    @Test
    void aReportIsAsTheSchemaSays() throws IOException {
        assertThat(faults(JSON.write(Reports.rebuilt()))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Verdict.class,
            names = {"BLOCKED", "LOCKED", "FAILED"})
    void aReportOfARefusedFileIsAsTheSchemaSays(Verdict verdict) throws IOException {
        Finding reason = Finding.of("file.failed", Action.BLOCKED, Location.wholeFile());
        Report report = Reports.of("a", verdict, List.of(), List.of(), Optional.of(reason));
        assertThat(faults(JSON.write(report))).isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoReport() throws IOException {
        String json = JSON.write(Reports.rebuilt());
        assertThat(faults(json.replace("\"rebuilt\"", "\"blocked\""))).isNotEmpty();
        assertThat(faults(json.replace("\"millis\"", "\"seconds\""))).isNotEmpty();
        assertThat(faults(json.replace("\"count\":3", "\"count\":0"))).isNotEmpty();
    }

    @Test
    void fieldsStandInOneOrder() {
        assertThat(JSON.write(Reports.rebuilt()))
                .startsWith("{\"report\":1,\"engine\":\"0.1.0\",\"policy\":\"")
                .contains(
                        "\"started\":\"2026-01-02T03:04:05.678Z\",\"file\":{\"name\":{\"untrusted\":\"報告\\\\u{200b}書.docx\"}")
                .isEqualTo(JSON.write(Reports.rebuilt()));
    }

    @Test
    void textFromTheFileIsMarkedAndShowsItsControls() {
        assertThat(JSON.write(Reports.rebuilt()))
                .contains("\"detail\":{\"untrusted\":\"\\\\u{1b}[31m https://example.invalid/\\\\u{2028}\"}")
                .doesNotContain("\u001B", "\u202E", "\u2028", "\n");
    }

    @Test
    void findingsComeWithBothLanguages() {
        assertThat(JSON.write(Reports.rebuilt()))
                .contains("\"ja\":\"ファイルの種類が分かりません\",\"en\":\"The type of the file is not known\"");
    }

    @Test
    void thePublishedSchemaIsTheOneThatHolds() throws IOException {
        assertThat(Path.of("../docs/report.schema.json")).exists();
        assertThat(Files.readString(Path.of("../docs/report.schema.json"))).isEqualTo(resource());
    }
}
