package jp.kiyome.core.engine;

import static jp.kiyome.core.engine.ScriptedHandler.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.LimitReached;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.spi.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A limit that is passed ends the whole file, whoever passes it and whatever is done about it. */
class EngineLimitsTest {

    private static final String INPUT = "SCRIPT input";

    private final Workspace workspace = Workspace.inTempDirectory();

    @AfterEach
    void closeWorkspace() {
        workspace.close();
    }

    private Outcome sanitize(ScriptedHandler handler, Policy policy, String name, String input) {
        Engine engine = new Engine(new Registry(List.of(handler)), policy, content -> "");
        return engine.sanitize(Job.of(name, content(input), workspace));
    }

    private Outcome sanitize(ScriptedHandler handler) {
        return sanitize(handler, Policy.defaults(), "a.scr1", INPUT);
    }

    private static void assertNothingCameOut(Outcome outcome) {
        assertThat(outcome).isNotInstanceOf(Outcome.Rebuilt.class);
        assertThat(outcome.report().output()).isEmpty();
        assertThat(outcome.report().reason()).isPresent();
    }

    private static String reasonCode(Outcome outcome) {
        return outcome.report().reason().orElseThrow().kind().code();
    }

    @Test
    void filesInFilesWithoutEndAreBlockedByTheDepth() {
        Outcome outcome = sanitize(ScriptedHandler.thatRebuilds((content, out, session) -> {
            session.child("again.scr1", content, Set.of());
            out.write(ScriptedHandler.bytes("SCRIPT"));
        }));
        assertThat(reasonCode(outcome)).isEqualTo("limit.depth");
        assertNothingCameOut(outcome);
    }

    @Test
    void aHandlerThatSwallowsALimitIsBlockedByItAllTheSame() {
        Map<String, Consumer<Session>> passing = Map.of(
                "depth", session -> passDepth(session.budget()),
                "entries", session -> session.budget().entries(Long.MAX_VALUE),
                "image-pixels", session -> session.budget().pixels(Integer.MAX_VALUE, Integer.MAX_VALUE),
                "ratio", session -> session.budget().decode(Long.MAX_VALUE));
        passing.forEach((limit, pass) -> {
            Outcome outcome = sanitize(ScriptedHandler.thatRebuilds((content, out, session) -> {
                assertThatThrownBy(() -> pass.accept(session)).isInstanceOf(LimitReached.class);
                out.write(ScriptedHandler.bytes("SCRIPT"));
            }));
            assertThat(reasonCode(outcome)).isEqualTo("limit." + limit);
            assertNothingCameOut(outcome);
        });
    }

    @Test
    void aNestedFileWhoseHandlerSwallowsALimitBlocksTheWhole() {
        Outcome outcome = sanitize(ScriptedHandler.thatRebuilds((content, out, session) -> {
            if (ScriptedHandler.text(content).contains("inner")) {
                assertThatThrownBy(() -> session.budget().entries(Long.MAX_VALUE))
                        .isInstanceOf(LimitReached.class);
            } else {
                session.child("inner.scr1", content("SCRIPT inner"), Set.of());
            }
            out.write(ScriptedHandler.bytes("SCRIPT"));
        }));
        assertThat(reasonCode(outcome)).isEqualTo("limit.entries");
    }

    @Test
    void aVerificationThatSwallowsALimitDoesNotPass() {
        Outcome outcome = sanitize(new ScriptedHandler(
                (content, out, session) -> out.write(ScriptedHandler.bytes("SCRIPT")),
                (content, out, session) -> assertThatThrownBy(
                                () -> session.budget().entries(Long.MAX_VALUE))
                        .isInstanceOf(LimitReached.class)));
        assertNothingCameOut(outcome);
        assertThat(outcome).isNotInstanceOf(Outcome.Rebuilt.class);
    }

    @Test
    void manyFilesInOneAreBlockedByTheSharedBudget() {
        Limits few = Limits.defaults().with(Map.of(LimitName.ENTRIES, 50L));
        Policy policy = Policy.of(Set.of(), Map.of(), Map.of(), few);
        Outcome outcome = sanitize(
                ScriptedHandler.thatRebuilds((content, out, session) -> {
                    session.budget().entries(10);
                    for (int i = 0; i < 20; i++) {
                        session.child(i + ".scr1", content, Set.of());
                    }
                }),
                policy,
                "a.scr1",
                INPUT);
        assertThat(reasonCode(outcome)).isEqualTo("limit.entries");
    }

    @Test
    void workThatTakesTooLongIsBlocked() {
        Limits hasty = Limits.defaults().with(Map.of(LimitName.TIME, 20L));
        Outcome outcome = sanitize(
                ScriptedHandler.thatRebuilds((content, out, session) -> {
                    long start = System.nanoTime();
                    while (System.nanoTime() - start < Duration.ofSeconds(10).toNanos()) {
                        session.budget().checkTime();
                        Thread.onSpinWait();
                    }
                }),
                Policy.of(Set.of(), Map.of(), Map.of(), hasty),
                "a.scr1",
                INPUT);
        assertThat(reasonCode(outcome)).isEqualTo("limit.time");
    }

    @Test
    void anInputLargerThanAllowedIsBlocked() {
        Limits small = Limits.defaults().with(Map.of(LimitName.INPUT_BYTES, 5L));
        Policy policy = Policy.of(Set.of(), Map.of(), Map.of(), small);
        assertThat(reasonCode(sanitize(ScriptedHandler.thatWrites("SCRIPT"), policy, "a.scr1", INPUT)))
                .isEqualTo("limit.input-bytes");
    }

    private static void passDepth(Budget budget) {
        for (int i = 0; i < 1_000; i++) {
            budget.enter();
        }
    }
}
