package jp.kiyome.quarantine.reprocess;

import static jp.kiyome.quarantine.fixture.ReprocessBench.NEW;
import static jp.kiyome.quarantine.fixture.ReprocessBench.TAX;
import static jp.kiyome.quarantine.fixture.ReprocessBench.everything;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import jp.kiyome.quarantine.fixture.PaperSanitizer;
import jp.kiyome.quarantine.fixture.ReprocessBench;
import jp.kiyome.quarantine.fixture.ReprocessBench.Ran;
import jp.kiyome.quarantine.item.Group;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.reprocess.batch.Broken;
import jp.kiyome.quarantine.reprocess.task.Result;
import jp.kiyome.quarantine.reprocess.work.Consultation;
import jp.kiyome.quarantine.reprocess.work.Treatments;
import org.junit.jupiter.api.Test;

/** Where groups have policies of their own, whatever database the store stands on. */
abstract class GroupPolicyContract extends ReprocessFixture {

    @Test
    void eachItemIsJudgedUnderThePolicyOfItsGroup() throws IOException {
        String text = " v2=macro v3=blocked";
        ItemId others = bench.item("others" + text, 1);
        ItemId tax = bench.item("tax" + text, TAX, 2);
        ItemId whole = bench.item("whole" + text, Group.WHOLE, 3);
        Treatments treatments = ReprocessBench.treatments(paper(NEW), paper("v3"), 2);
        Ran dry = bench.run(Request.here(everything(), true, 2), treatments);
        assertThat(item(tax).state()).isEqualTo(State.REBUILT);
        Ran ran = bench.run(Request.here(everything(), false, 2), treatments);
        assertThat(ran.results()).isEqualTo(dry.results());
        assertThat(List.of(ran.of(others), ran.of(tax), ran.of(whole)))
                .containsExactly(Result.WORSE, Result.NOW_BLOCKED, Result.WORSE);
        assertThat(item(tax).conclusion().orElseThrow().policyHash()).isEqualTo("v3");
        assertThat(item(others).conclusion().orElseThrow().policyHash()).isEqualTo(NEW);
        assertThat(trail().stream()
                        .filter(record -> record.action().equals("item.reprocessed"))
                        .filter(record -> record.subject().equals(tax.toString()))
                        .map(record -> record.fields().get("policy")))
                .containsExactly("v3");
    }

    @Test
    void anotherPolicyOfOneGroupConcernsItsItemsAlone() throws IOException {
        bench.item("others", 1);
        ItemId tax = bench.item("tax v4=macro", TAX, 2);
        bench.run(Request.here(everything(), false, 2), ReprocessBench.treatments(paper(NEW), paper("v3"), 2));
        PaperSanitizer idle = paper(NEW);
        PaperSanitizer changed = paper("v4");
        Ran ran = bench.run(Request.here(everything(), false, 2), ReprocessBench.treatments(idle, changed, 2));
        assertThat(ran.tally()).isEqualTo(Map.of(Result.SKIPPED, 1L, Result.WORSE, 1L));
        assertThat(ran.of(tax)).isEqualTo(Result.WORSE);
        assertThat(idle.files()).isZero();
        assertThat(changed.files()).isOne();
    }

    @Test
    void aRunThatWasBrokenOffGoesOnUnderTheSamePoliciesAlone() throws IOException {
        for (int i = 0; i < 20; i++) {
            bench.item("number " + i + " v3=macro v4=blocked", TAX, i);
        }
        AtomicInteger left = new AtomicInteger(7);
        Treatments dying = new Treatments(
                ReprocessBench.treatment(paper(NEW), 2),
                Map.of(
                        TAX,
                        ReprocessBench.treatment(
                                paper("v3"),
                                (origin, job, sanitizer) -> {
                                    if (left.decrementAndGet() < 0) {
                                        throw new IllegalStateException("the disk is full");
                                    }
                                    return Consultation.withNobody().on(origin, job, sanitizer);
                                },
                                2)));
        assertThatThrownBy(() -> bench.run(Request.here(everything(), false, 1), dying))
                .isInstanceOf(Broken.class);
        Ran other =
                bench.run(Request.here(everything(), false, 1), ReprocessBench.treatments(paper(NEW), paper("v4"), 2));
        assertThat(other.tally()).isEqualTo(Map.of(Result.NOW_BLOCKED, 20L));
        Ran same =
                bench.run(Request.here(everything(), false, 1), ReprocessBench.treatments(paper(NEW), paper("v3"), 2));
        assertThat(same.told()).hasSize(20);
        assertThat(trail().stream()
                        .filter(record -> record.action().equals("reprocess.begin"))
                        .map(record -> record.fields().get("run"))
                        .distinct())
                .hasSize(2);
    }
}
