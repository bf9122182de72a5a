package jp.kiyome.mail.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Engine;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.notice.Label;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.text.Language;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.fixture.StubMail;
import jp.kiyome.mail.fixture.StubVault;
import jp.kiyome.mail.rules.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password leads past no rule. */
class ReopeningTest {

    private static final String LOCKED =
            "From: a@sender.example\r\nSubject: minutes\r\n\r\nVAULT himitsu the minutes\r\n";
    private static final Label LABEL = new Label("[開封]", Language.JAPANESE, List.of(), List.of());

    @TempDir
    Path folder;

    private record Came(List<String> keptBack, String output) {}

    private Came reopened(boolean decided, String... rules) {
        Engine engine =
                new Engine(new Registry(List.of(new StubMail(), new StubVault())), Policy.defaults(), content -> "");
        String all = "version: 1\nmail-rules:\n  match: all\n  rules:\n"
                + String.join("\n", rules).indent(4);
        Rebuilding how = new Rebuilding(
                engine, report -> "{}", report -> "", Given.rules(all), Set.of(), (choices, asking) -> engine);
        try (Workspace workspace = new Workspace(folder)) {
            Job job = new Job(
                    Untrusted.of("mail.eml"),
                    HeapContent.of(LOCKED.getBytes(StandardCharsets.US_ASCII)),
                    workspace,
                    List.of("himitsu"));
            Reopening reopening = new Reopening(how, Mailbox.read("a@sender.example"), List.of(), decided);
            Reopening.Reopened came = reopening.of(job, LABEL);
            return new Came(came.keptBack(), text(came.outcome()));
        }
    }

    private static String text(Outcome outcome) {
        if (!(outcome instanceof Outcome.Rebuilt rebuilt)) {
            return "";
        }
        byte[] all = new byte[(int) rebuilt.content().size()];
        rebuilt.content().content().copy(0, all, 0, all.length);
        return new String(all, StandardCharsets.UTF_8);
    }

    @Test
    void whatNoRuleMindsComesOut() {
        Came came = reopened(true, "other: {when: {subject: advertising}, do: hold}");
        assertThat(came.keptBack()).isEmpty();
        assertThat(came.output()).contains("OPEN the minutes").contains("[開封]");
    }

    @Test
    void aRuleAboutWhatWasInsideKeepsItBack() {
        Came came = reopened(true, "archives: {when: {attachment: {type: zip, locked: no}}, do: hold}");
        assertThat(came.keptBack()).containsExactly("archives");
    }

    @Test
    void whoAMailIsFromWasDecidedWhenItCame() {
        String rule = "forged: {when: {dmarc: fail}, do: hold}";
        assertThat(reopened(true, rule).keptBack()).isEmpty();
        assertThat(reopened(false, rule).keptBack()).containsExactly("forged");
    }

    @Test
    void whatDependsOnBothIsNotLetGo() {
        String rule = "both: {when: {dmarc: fail, attachment: {type: zip, locked: no}}, do: hold}";
        assertThat(reopened(true, rule).keptBack()).containsExactly("both");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{reject: No}", "discard", "hold"})
    void aSenderWhoIsBlockedMeanwhileIsBlocked(String action) {
        String rule = "blocked: {when: {sender: sender.example}, do: " + action + "}";
        assertThat(reopened(true, rule).keptBack()).containsExactly("blocked");
    }

    @Test
    void whatARuleDropsAndMarksIsDroppedAndMarkedHereToo() {
        Came came = reopened(
                true,
                "drop: {when: {attachment: {type: zip}}, do: {drop: {type: zip}}}",
                "mark: {when: always, do: {tag: \"[要確認]\"}}");
        assertThat(came.keptBack()).isEmpty();
        assertThat(came.output()).doesNotContain("OPEN").contains("(locked)").contains("[開封] [要確認]");
    }
}
