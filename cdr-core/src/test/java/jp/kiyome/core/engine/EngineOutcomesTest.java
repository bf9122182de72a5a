package jp.kiyome.core.engine;

import static jp.kiyome.core.engine.ScriptedHandler.content;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.Rule;
import jp.kiyome.core.report.ReportJson;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.type.FileType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EngineOutcomesTest {

    /** Stands in every input; never in an output. */
    private static final String CANARY = "canary-5f1d";

    private static final String INPUT = "SCRIPT " + CANARY;

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

    private static Verdict verdict(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Rebuilt rebuilt -> rebuilt.report().verdict();
            case Outcome.Blocked blocked -> blocked.report().verdict();
            case Outcome.Locked locked -> locked.report().verdict();
            case Outcome.Failed failed -> failed.report().verdict();
        };
    }

    private static void assertNothingCameOut(Outcome outcome) {
        assertThat(outcome).isNotInstanceOf(Outcome.Rebuilt.class);
        assertThat(outcome.report().output()).isEmpty();
        assertThat(outcome.report().reason()).isPresent();
    }

    static Stream<Throwable> everyKindOfThrowable() {
        return Stream.of(
                new IllegalStateException("state"),
                new NullPointerException(),
                new ArrayIndexOutOfBoundsException(7),
                new ArithmeticException("overflow"),
                new UncheckedIOException(new IOException("disk full")),
                new IOException("checked, undeclared"),
                new InterruptedException("checked, undeclared"),
                new StackOverflowError(),
                new OutOfMemoryError("heap"),
                new AssertionError("assertion"),
                new NoClassDefFoundError("some/Class"),
                new ExceptionInInitializerError("init"),
                new InternalError("a mapped file was cut"),
                new OutputNotClean("early"),
                new Throwable("bare"));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfThrowable")
    void whateverARebuildThrowsTheFileFails(Throwable thrown) {
        Outcome outcome = sanitize(ScriptedHandler.thatRebuilds((content, out, session) -> {
            out.write(ScriptedHandler.bytes(ScriptedHandler.text(content)));
            throw thrown;
        }));
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(verdict(outcome)).isEqualTo(Verdict.FAILED);
        assertNothingCameOut(outcome);
    }

    @ParameterizedTest
    @MethodSource("everyKindOfThrowable")
    void whateverAVerificationThrowsTheFileFails(Throwable thrown) {
        Outcome outcome = sanitize(new ScriptedHandler(
                (content, out, session) -> out.write(ScriptedHandler.bytes("SCRIPT clean")),
                (content, out, session) -> {
                    throw thrown;
                }));
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertNothingCameOut(outcome);
    }

    @Test
    void aRefusalBlocks() {
        Outcome outcome = sanitize(ScriptedHandler.thatRebuilds((content, out, session) -> {
            throw Refusal.of("type.not-expected", "x");
        }));
        assertThat(outcome).isInstanceOf(Outcome.Blocked.class);
        assertNothingCameOut(outcome);
    }

    @Test
    void aNeededPasswordLocks() {
        Outcome outcome = sanitize(ScriptedHandler.thatRebuilds((content, out, session) -> {
            throw new PasswordNeeded("Agile");
        }));
        assertThat(outcome).isInstanceOf(Outcome.Locked.class);
        assertThat(outcome.report().reason().orElseThrow().kind().code()).isEqualTo("file.locked");
        assertNothingCameOut(outcome);
    }

    @Test
    void aRebuiltFileIsWhatTheHandlerWrote() {
        Outcome outcome = sanitize(ScriptedHandler.thatWrites("SCRIPT clean"));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Rebuilt.class, rebuilt -> {
            assertThat(ScriptedHandler.text(rebuilt.content().content())).isEqualTo("SCRIPT clean");
            assertThat(rebuilt.report().output().orElseThrow().size()).isEqualTo(12);
            assertThat(rebuilt.report().nothingFound()).isTrue();
        });
    }

    @Test
    void anOutputOfAnotherTypeThanPromisedFails() {
        Outcome outcome = sanitize(ScriptedHandler.thatWrites("OTHER"));
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertThat(reason(outcome)).contains("OutputNotClean");
    }

    @Test
    void anOutputOfNoKnownTypeFails() {
        assertThat(sanitize(ScriptedHandler.thatWrites(""))).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aFindingInTheOutputFails() {
        Outcome outcome = sanitize(new ScriptedHandler(
                (content, out, session) -> out.write(ScriptedHandler.bytes("SCRIPT")),
                (content, out, session) ->
                        session.found(Finding.of("type.polyglot", Action.REMOVED, Location.wholeFile()))));
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void aRefusalInTheOutputFailsInsteadOfBlocking() {
        Outcome outcome = sanitize(new ScriptedHandler(
                (content, out, session) -> out.write(ScriptedHandler.bytes("SCRIPT")), (content, out, session) -> {
                    throw Refusal.of("type.unknown", "");
                }));
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    }

    @Test
    void unknownAndUnsupportedAndForbiddenTypesAreBlocked() {
        ScriptedHandler handler = ScriptedHandler.thatWrites("SCRIPT");
        Policy forbidding = Policy.of(Set.of("script"), Map.of(), Map.of(), Limits.defaults());
        assertThat(reasonCode(sanitize(handler, Policy.defaults(), "x", "?"))).isEqualTo("type.unknown");
        assertThat(reasonCode(sanitize(handler, Policy.defaults(), "x.anc", "ANCIENT")))
                .isEqualTo("type.not-supported");
        assertThat(reasonCode(sanitize(handler, forbidding, "a.scr1", INPUT))).isEqualTo("type.not-allowed");
    }

    @Test
    void aFindingThatThePolicyBlocksBlocksTheFile() {
        ScriptedHandler handler = ScriptedHandler.thatRebuilds((content, out, session) -> {
            session.found(Finding.of("type.polyglot", Action.REMOVED, Location.wholeFile()));
            out.write(ScriptedHandler.bytes("SCRIPT"));
        });
        Policy strict = Policy.of(Set.of(), Map.of("type", Rule.BLOCK), Map.of(), Limits.defaults());
        assertThat(sanitize(handler)).isInstanceOf(Outcome.Rebuilt.class);
        Outcome blocked = sanitize(handler, strict, "a.scr1", INPUT);
        assertThat(blocked).isInstanceOf(Outcome.Blocked.class);
        assertNothingCameOut(blocked);
    }

    @Test
    void aFindingThatThePolicyHoldsHoldsTheFileUntilAllIsApproved() {
        ScriptedHandler handler = ScriptedHandler.thatRebuilds((content, out, session) -> {
            session.found(Finding.of("type.polyglot", Action.REMOVED, Location.wholeFile()));
            session.found(Finding.of("type.magic", Action.REMOVED, Location.wholeFile()));
            out.write(ScriptedHandler.bytes("SCRIPT"));
        });
        Policy holding = Policy.of(Set.of(), Map.of("type", Rule.HOLD), Map.of(), Limits.defaults());
        Outcome held = sanitize(handler, holding, "a.scr1", INPUT);
        assertThat(held).isInstanceOf(Outcome.Blocked.class);
        assertThat(held.report().held()).isTrue();
        assertNothingCameOut(held);
        Set<String> codes = held.report().toApprove(holding);
        assertThat(codes).containsExactly("type.magic", "type.polyglot");
        assertThat(sanitize(handler, holding.approving(Set.of("type.magic")), "a.scr1", INPUT)
                        .report()
                        .held())
                .isTrue();
        assertThat(sanitize(handler, holding.approving(codes), "a.scr1", INPUT)).isInstanceOf(Outcome.Rebuilt.class);
    }

    @Test
    void whatIsBlockedIsNotHeld() {
        ScriptedHandler handler = ScriptedHandler.thatRebuilds((content, out, session) -> {
            session.found(Finding.of("type.polyglot", Action.REMOVED, Location.wholeFile()));
            session.found(Finding.of("type.magic", Action.REMOVED, Location.wholeFile()));
            out.write(ScriptedHandler.bytes("SCRIPT"));
        });
        Map<String, Rule> both = Map.of("type.polyglot", Rule.HOLD, "type.magic", Rule.BLOCK);
        Policy policy = Policy.of(Set.of(), both, Map.of(), Limits.defaults());
        Outcome blocked = sanitize(handler, policy.approving(Set.of("type.polyglot", "type.magic")), "a.scr1", INPUT);
        assertThat(blocked.report().held()).isFalse();
        assertNothingCameOut(blocked);
    }

    @Test
    void anOutputWithANestedFileThatIsNotWhatARebuildGivesFails() {
        Outcome outcome = sanitize(new ScriptedHandler(
                (content, out, session) -> out.write(ScriptedHandler.bytes("SCRIPT")), (content, out, session) -> {
                    if (ScriptedHandler.text(content).contains("inner")) {
                        throw new OutputNotClean("inner");
                    }
                    session.child("inner.scr1", content("SCRIPT inner"), Set.of());
                }));
        assertThat(outcome).isInstanceOf(Outcome.Failed.class);
        assertNothingCameOut(outcome);
    }

    @Test
    void aNestedFileThatFailsIsRefusedAndTheOuterGoesOn() {
        Outcome outcome = sanitize(ScriptedHandler.thatRebuilds((content, out, session) -> {
            if (ScriptedHandler.text(content).contains("inner")) {
                throw new IllegalStateException("inner");
            }
            Nested nested = session.child("inner.scr1", content("SCRIPT inner"), Set.of());
            assertThat(nested).isInstanceOf(Nested.Refused.class);
            out.write(ScriptedHandler.bytes("SCRIPT"));
        }));
        assertThat(outcome).isInstanceOf(Outcome.Rebuilt.class);
        assertThat(outcome.report().nested()).singleElement().satisfies(report -> {
            assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(report.output()).isEmpty();
        });
    }

    @Test
    void aNestedFileOfAnUnexpectedTypeIsRefused() {
        Outcome outcome = sanitize(ScriptedHandler.thatRebuilds((content, out, session) -> {
            if (!ScriptedHandler.text(content).contains("inner")) {
                session.child("i.scr1", content("SCRIPT inner"), Set.of("other"));
            }
            out.write(ScriptedHandler.bytes("SCRIPT"));
        }));
        assertThat(outcome.report().nested()).singleElement().satisfies(report -> assertThat(
                        report.reason().orElseThrow().kind().code())
                .isEqualTo("type.not-expected"));
    }

    /** The findings of a nested file of the type script, by the name that the file around it gives. */
    private List<String> findingsOfNested(String name, Set<String> expected) {
        Outcome outcome = sanitize(ScriptedHandler.thatRebuilds((content, out, session) -> {
            if (!ScriptedHandler.text(content).contains("inner")) {
                session.child(name, content("SCRIPT inner"), expected);
            }
            out.write(ScriptedHandler.bytes("SCRIPT"));
        }));
        return outcome.report().nested().getFirst().findings().stream()
                .map(finding -> finding.kind().code())
                .toList();
    }

    @Test
    void aPartWhosePlaceSaysItsTypeClaimsOneOnlyByAnExtensionOfAnother() {
        Set<String> place = Set.of("script");
        assertThat(findingsOfNested("parts/object1.bin", place)).isEmpty();
        assertThat(findingsOfNested("parts/object", place)).isEmpty();
        assertThat(findingsOfNested("parts/a.oth.scr1", place)).isEmpty();
        assertThat(findingsOfNested("parts/con:.scr2", place)).isEmpty();
        assertThat(findingsOfNested("parts/object1.oth", place)).containsExactly("type.name");
    }

    @Test
    void aFileInsideAnotherWithANameThatPeopleSeeIsJudgedByIt() {
        assertThat(findingsOfNested("list.bin", Set.of())).containsExactly("type.name");
        assertThat(findingsOfNested("list.oth.scr1", Set.of())).containsExactly("type.deceptive-name");
    }

    @Test
    void noReportOfARefusedFileCarriesTheInput() {
        Outcome outcome = sanitize(ScriptedHandler.thatRebuilds((content, out, session) -> {
            out.write(ScriptedHandler.bytes(ScriptedHandler.text(content)));
            throw new IllegalStateException("late");
        }));
        assertThat(new ReportJson(FindingCatalogue.ofClassPath()).write(outcome.report()))
                .doesNotContain(CANARY);
    }

    @Test
    void whereTheWitnessesDisagreeTheReportSaysSo() {
        Registry registry = new Registry(List.of(ScriptedHandler.thatWrites("SCRIPT")));
        Engine engine = new Engine(registry, Policy.defaults(), content -> "application/pdf");
        Outcome outcome = engine.sanitize(Job.of("a.pdf", content(INPUT), workspace));
        assertThat(outcome.report().findings())
                .extracting(finding -> finding.kind().code())
                .containsExactly("type.magic", "type.name");
        assertThat(outcome.report().outputName().unescaped()).isEqualTo("a.scr1");
    }

    @Test
    void aTypeWithAllExtensionsOfOthersTakesNoneFromThem() {
        FileType frame = FileType.of("frame", "application/x-frame", "oth", "scr1", "scr2", "anc");
        Handler framing = new FramingHandler(frame);
        Registry registry = new Registry(List.of(framing, ScriptedHandler.thatWrites("SCRIPT")));
        assertThat(registry.byName("a.SCR2", List.of())).contains(ScriptedHandler.SCRIPT);
        assertThat(registry.byName("a.SCR2", List.of(frame))).contains(frame);
        assertThat(registry.byName("a.other", List.of(frame))).isEmpty();
        Engine engine = new Engine(registry, Policy.defaults(), content -> "");
        Outcome outcome = engine.sanitize(Job.of("a.scr2", content("FRAME"), workspace));
        assertThat(outcome.report().nothingFound()).isTrue();
        assertThat(outcome.report().outputName().unescaped()).isEqualTo("a.scr2");
    }

    @Test
    void theNameFollowsWhatAFileHolds() {
        Outcome outcome = sanitize(ScriptedHandler.thatRebuilds((content, out, session) -> {
            session.holds(ScriptedHandler.OTHER);
            session.holds(ScriptedHandler.OTHER);
            out.write(ScriptedHandler.bytes("SCRIPT"));
        }));
        assertThat(outcome.report().outputName().unescaped()).isEqualTo("a.oth");
        assertThat(outcome.report().findings())
                .extracting(finding -> finding.kind().code())
                .containsExactly("type.name");
    }

    private static String reasonCode(Outcome outcome) {
        return outcome.report().reason().orElseThrow().kind().code();
    }

    private static String reason(Outcome outcome) {
        return outcome.report().reason().orElseThrow().detail().unescaped();
    }
}
