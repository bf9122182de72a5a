package jp.kiyome.core.jail.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.magic.TikaWitness;
import jp.kiyome.core.policy.JailRule;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.ReportJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Through workers as in this process. */
class JailedSanitizerTest {

    private final ReportJson json = new ReportJson(FindingCatalogue.ofClassPath());

    @ParameterizedTest
    @EnumSource(JailRule.class)
    void theReportIsTheSameAsWithoutWorkers(JailRule rule) {
        assumeThat(rule != JailRule.REQUIRED || MockPool.canBeJailed())
                .as("bubblewrap is installed")
                .isTrue();
        Engine engine = new Engine(Registry.ofClassPath(), MockPool.POLICY, new TikaWitness());
        try (MockPool pool = new MockPool(rule);
                Workspace workspace = Workspace.inTempDirectory()) {
            for (String text : List.of("plain", "evil one\nevil two\nnested evil three", "! throw")) {
                Job job = Job.of("a.mock.exe", HeapContent.of(bytes("MOCK\n" + text + "\n")), workspace);
                Outcome there = pool.sanitizer.sanitize(job);
                assertThat(stable(there.report()))
                        .isEqualTo(stable(engine.sanitize(job).report()));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = JailRule.class,
            names = {"OFF", "BEST_EFFORT"})
    void workersAreReplacedAfterTheirNumberOfFiles(JailRule rule) {
        try (MockPool pool = new MockPool(MockPool.settings(rule).withFilesPerWorker(2))) {
            for (int i = 0; i < 6; i++) {
                assertThat(pool.sanitize("file " + i).verdict()).isEqualTo("REBUILT");
            }
            assertThat(pool.pool.figures().of(Figures.Event.RECYCLED)).isEqualTo(6);
            assertThat(pool.pool.figures().of(Figures.Event.DIED)).isZero();
        }
    }

    @Test
    void noWorkerSeesFilesOfTwoTenants() {
        try (MockPool pool = new MockPool(JailRule.OFF)) {
            assertThat(pool.sanitizeFor("city", "one").verdict()).isEqualTo("REBUILT");
            assertThat(pool.sanitizeFor("city", "two").verdict()).isEqualTo("REBUILT");
            assertThat(pool.pool.figures().of(Figures.Event.RECYCLED)).isZero();
            assertThat(pool.sanitizeFor("town", "three").verdict()).isEqualTo("REBUILT");
            assertThat(pool.pool.figures().of(Figures.Event.RECYCLED)).isEqualTo(2);
            assertThat(pool.sanitizeFor("town", "four").verdict()).isEqualTo("REBUILT");
            assertThat(pool.pool.figures().of(Figures.Event.RECYCLED)).isEqualTo(2);
        }
    }

    private String stable(Report report) {
        return json.write(report).replaceAll("\"(millis|started)\":[^,]*,", "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
