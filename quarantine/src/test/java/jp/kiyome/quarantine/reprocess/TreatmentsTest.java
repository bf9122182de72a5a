package jp.kiyome.quarantine.reprocess;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import jp.kiyome.quarantine.fixture.PaperSanitizer;
import jp.kiyome.quarantine.fixture.ReprocessBench;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.reprocess.work.Treatment;
import jp.kiyome.quarantine.reprocess.work.Treatments;
import org.junit.jupiter.api.Test;

/** By what a run is known again. */
class TreatmentsTest {

    private static final Group TAX = new Group("tax");
    private static final Group CARE = new Group("care");

    private static Treatment under(String policy) {
        return ReprocessBench.treatment(new PaperSanitizer(policy, Duration.ZERO), 2);
    }

    @Test
    void onePolicyIsKnownByItsHash() {
        assertThat(Treatments.alike(under("v2")).policies()).isEqualTo("v2");
        assertThat(new Treatments(under("v2"), Map.of(TAX, under("v2"))).policies())
                .isEqualTo("v2");
    }

    @Test
    void severalAreKnownByWhichGroupHasWhich() {
        String both = new Treatments(under("v2"), Map.of(TAX, under("v3"), CARE, under("v4"))).policies();
        String changed = new Treatments(under("v2"), Map.of(TAX, under("v4"), CARE, under("v3"))).policies();
        String fewer = new Treatments(under("v2"), Map.of(TAX, under("v3"))).policies();
        String other = new Treatments(under("v3"), Map.of(TAX, under("v3"), CARE, under("v4"))).policies();
        assertThat(both)
                .startsWith("several-")
                .hasSizeLessThan(128)
                .isNotIn(changed, fewer, other)
                .isEqualTo(new Treatments(under("v2"), Map.of(CARE, under("v4"), TAX, under("v3"))).policies());
    }

    @Test
    void aGroupThatIsNotNamedHasTheOrganisationsPolicy() {
        Treatments treatments = new Treatments(under("v2"), Map.of(TAX, under("v3")));
        assertThat(treatments.of(CARE).policyHash()).isEqualTo("v2");
        assertThat(treatments.of(Group.WHOLE).policyHash()).isEqualTo("v2");
        assertThat(treatments.of(TAX).policyHash()).isEqualTo("v3");
    }
}
