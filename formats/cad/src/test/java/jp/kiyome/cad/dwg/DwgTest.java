package jp.kiyome.cad.dwg;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.policy.Policy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DwgTest {

    /** A line, a circle, a group: types 19, 18, 72. */
    private static final byte[] PLAIN = RawDwg.of("LAYOUT", List.of(19, 18, 72, 500));

    private static Outcome of(byte[] file, String sectionLevel) {
        return of(
                file,
                Policy.of(Set.of(), Map.of(), Map.of(DwgHandler.SECTION_LEVEL.key(), sectionLevel), Limits.defaults()));
    }

    private static Outcome of(byte[] file, Policy policy) {
        Engine engine = new Engine(new Registry(List.of(new DwgHandler())), policy, content -> "");
        return engine.sanitize(Job.of("plan.dwg", HeapContent.of(file), Workspace.inTempDirectory()));
    }

    private static String reason(byte[] file, String sectionLevel) {
        return of(file, sectionLevel).report().reason().orElseThrow().kind().code();
    }

    private static byte[] output(byte[] file) {
        try {
            return ((Outcome.Rebuilt) of(file, "pass")).content().stream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsRebuiltBySectionsAloneIsHeldBack() {
        assertThat(reason(PLAIN, "hold")).isEqualTo("dwg.section-level");
        assertThat(of(PLAIN, "hold").report().held()).isTrue();
    }

    @Test
    void whatSomebodyHasApprovedComesOut() throws IOException {
        Outcome approved = of(PLAIN, Policy.defaults().approving(Set.of("dwg.section-level")));
        assertThat(((Outcome.Rebuilt) approved).content().stream().readAllBytes())
                .isEqualTo(output(PLAIN));
    }

    @Test
    void whereThePolicyLetsItPassItSaysSo() {
        assertThat(of(PLAIN, "pass").report().findings())
                .extracting(finding -> finding.kind().code())
                .containsExactly("dwg.section-level");
    }

    @Test
    void nothingBetweenThePartsComesOut() {
        assertThat(new String(PLAIN, StandardCharsets.ISO_8859_1))
                .contains("preview-marker", "gap-marker", "second-marker");
        assertThat(new String(output(PLAIN), StandardCharsets.ISO_8859_1)).doesNotContain("marker");
    }

    @Test
    void rebuildingTwiceChangesNothing() {
        byte[] once = output(PLAIN);
        assertThat(output(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource({
        "43,dwg.ole",
        "74,dwg.ole",
        "81,dwg.vba",
        "498,dwg.proxy",
        "499,dwg.proxy",
        "90,dwg.class",
        "501,dwg.class"
    })
    void objectsThatActBlockByName(int type, String code) {
        assertThat(reason(RawDwg.of("LAYOUT", List.of(19, type)), "pass")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"PDFDEFINITION,dwg.external", "VBA_PROJECT,dwg.vba", "ACAD_PROXY_OBJECT,dwg.proxy", "AMTHING,dwg.class"
    })
    void classesThatActBlockByName(String name, String code) {
        assertThat(reason(RawDwg.of(name, List.of(19, 500)), "pass")).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "AC1009,AutoCAD 11 and 12",
        "AC1014,AutoCAD 14",
        "AC1021,AutoCAD 2007",
        "AC1032,AutoCAD 2018",
        "AC1999,AC1999"
    })
    void otherVersionsBlockByName(String magic, String program) {
        byte[] file = PLAIN.clone();
        System.arraycopy(magic.getBytes(StandardCharsets.US_ASCII), 0, file, 0, 6);
        assertThat(reason(file, "pass")).isEqualTo("dwg.version");
        assertThat(of(file, "pass").report().reason().orElseThrow().detail().unescaped())
                .isEqualTo(program);
    }

    /** Check sums stand over all that is read, so no bit of it can be wrong. */
    @Test
    void aWrongBitBlocksOrMeansNothing() {
        byte[] clean = output(PLAIN);
        for (int at = 6; at < clean.length - 4; at++) {
            byte[] broken = clean.clone();
            broken[at] ^= 0x10;
            assertThat(of(broken, "pass")
                            .report()
                            .reason()
                            .map(r -> r.kind().code())
                            .orElse(""))
                    .as("byte " + at)
                    .isIn("dwg.structure", at == 6 ? "type.unknown" : "dwg.structure");
        }
    }

    @Test
    void truncationsBlock() {
        for (int length = 0; length < PLAIN.length - 20; length += 7) {
            assertThat(of(Arrays.copyOf(PLAIN, length), "pass").report().reason())
                    .isPresent();
        }
    }
}
