package jp.kiyome.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.engine.Job;
import jp.kiyome.core.engine.Outcome;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.jail.pool.JailedSanitizer;
import jp.kiyome.core.jail.pool.PoolSettings;
import jp.kiyome.core.jail.pool.WorkerPool;
import jp.kiyome.core.jail.sandbox.WorkerSpec;
import jp.kiyome.core.notice.Label;
import jp.kiyome.core.policy.JailRule;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.text.Language;
import jp.kiyome.mail.address.Mailbox;
import jp.kiyome.mail.relay.Rebuilding;
import jp.kiyome.mail.relay.Trial;
import jp.kiyome.mail.rules.Decision;
import jp.kiyome.mail.settings.GatewayFile;
import jp.kiyome.mail.settings.GatewaySettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules over a real mail that workers take apart: what they are told of it, and what they build as rules want it. */
class RulesThroughJailTest {

    private static final String MAIL = """
            Received: from inside.city-a.example (10.1.2.3) by mx.city-a.example; Mon, 5 Jan 2026 10:00:00 +0900
            From: =?utf-8?B?5bGx55Sw?= <yamada@sender.example>
            To: x@a.example
            Subject: =?iso-2022-jp?B?GyRCPz05fiRfJE5KUTk5GyhC?=
            Date: Mon, 5 Jan 2026 10:00:00 +0900
            Message-ID: <1@sender.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/html; charset=utf-8

            <p>口座の<b>変更</b>は<a href="https://bank.example.invalid/x">https://bank.example.invalid/x</a>から。</p>
            --b
            Content-Type: text/csv; charset=utf-8; name=list.csv
            Content-Disposition: attachment; filename=list.csv

            a,b
            1,2
            --b
            Content-Type: text/plain; charset=utf-8; name=memo.txt
            Content-Disposition: attachment; filename=memo.txt

            memo
            --b--
            """.replace("\n", "\r\n");

    private static final String POLICY = """
            version: 1
            mail-rules:
              match: all
              rules:
                words: {when: {subject: 変更, text: 口座の変更}, do: {warn: 確かめてください}}
                table: {when: {attachment: {extension: csv}}, do: {drop: {extension: csv}}}
                links: {when: {text-matches: 'bank\\.example'}, do: strip-links}
                other: {when: {subject: 申し訳}, do: hold}
            """;

    @TempDir
    Path folder;

    private final WorkerSpec spec = WorkerSpec.likeThisProcess("jp.kiyome.core.jail.worker.WorkerMain")
            .withOptions(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"))
            .withClassPath(libraries());
    private final Workshop workshop = new Workshop(Registry::ofClassPath, Optional.of(spec));
    private final WorkerPool pool =
            new WorkerPool(PoolSettings.of(spec, JailRule.BEST_EFFORT).withFilesAtATime(1));
    private final Workspace workspace = Workspace.inTempDirectory();
    private final Content content = HeapContent.of(MAIL.getBytes(StandardCharsets.UTF_8));
    private Optional<Rebuilding> made = Optional.empty();

    @BeforeEach
    void begin() throws Exception {
        pool.begin();
        Path policy = Files.writeString(folder.resolve("policy.yaml"), POLICY);
        Workshop.Chosen chosen = workshop.mailPolicy(List.of(policy));
        made = Optional.of(MailRebuilding.of(
                chosen,
                one -> new JailedSanitizer(pool, workshop.registry(), workshop::catalogue, one),
                Sources.of(chosen),
                Papers.unsigned(workshop)));
    }

    @AfterEach
    void end() {
        workspace.close();
        pool.close();
    }

    /** Workers may open few files: without the libraries of tests, of the database and of the gateway. */
    private static String libraries() {
        Pattern others = Pattern.compile(
                ".*/(spring|flyway|h2-|postgresql|Hikari|artemis|activemq|netty|jgroups|micrometer"
                        + "|prometheus|junit|jqwik|assertj|archunit|byte-buddy|jazzer|jackson|json-schema|dnsjava)[^/]*\\.jar");
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !others.matcher(entry).matches())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private GatewaySettings settings() {
        String text = """
                name: gw.example
                listen: {address: 127.0.0.1}
                store: %s
                organisations:
                  city-a: {domains: [a.example], next-hops: [{host: 127.0.0.1}], subject-tag: none}
                """.formatted(folder);
        return GatewayFile.read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void rulesAreJudgedByWhatWorkersTellAndTheSecondPassDoesWhatTheyWant() {
        Trial trial = new Trial(settings(), part -> made.orElseThrow(), InstantSource.system());
        Trial.Told told = trial.of(
                        Mailbox.read("yamada@sender.example"),
                        List.of(Mailbox.read("x@a.example").orElseThrow()),
                        Optional.empty(),
                        content,
                        workspace)
                .told()
                .getFirst();
        assertThat(told.decision().end()).isEqualTo(Decision.End.DELIVER);
        assertThat(told.decision().warnings()).containsExactly("確かめてください");
        assertThat(told.decision().stripsLinks()).isTrue();
        assertThat(told.decision().dropped()).hasSize(1);
        assertThat(told.report().nested())
                .filteredOn(nested -> nested.reason().isPresent())
                .extracting(nested ->
                        nested.name() + " " + nested.reason().orElseThrow().kind())
                .containsExactly("list.csv file.dropped");
    }

    @Test
    void whatComesOutLacksFilesLinksAndHostsInside() {
        Rebuilding rebuilding = made.orElseThrow();
        Job job = Job.of("mail.eml", content, workspace);
        Report first = rebuilding.sanitizer().sanitize(job).report();
        String dropped = first.nested().stream()
                .filter(nested -> nested.name().unescaped().equals("list.csv"))
                .findFirst()
                .orElseThrow()
                .input()
                .sha256();
        Outcome outcome = rebuilding
                .variants()
                .of(Map.of("text.links", "remove", "message.received", "hide", "message.html", "both"), false)
                .sanitize(job.labelled(new Label("", Language.JAPANESE, List.of("h"), List.of()))
                        .refusing(Set.of(dropped)));
        assertThat(outcome).isInstanceOf(Outcome.Rebuilt.class);
        Content out = ((Outcome.Rebuilt) outcome).content().content();
        byte[] bytes = new byte[(int) out.size()];
        out.copy(0, bytes, 0, bytes.length);
        String mail = new String(bytes, StandardCharsets.US_ASCII);
        assertThat(mail)
                .contains("Received: by hidden.invalid; Mon, 5 Jan 2026 10:00:00 +0900")
                .doesNotContain("inside.city-a")
                .doesNotContain("10.1.2.3")
                .contains("filename=\"list_csv.txt\"")
                .contains("filename=\"memo.txt\"");
        String texts = decoded(mail);
        assertThat(texts)
                .contains("https[:]//bank.example.invalid/x")
                .doesNotContain("https://")
                .doesNotContain("href");
        assertThat(outcome.report().findings())
                .extracting(finding -> finding.kind().code())
                .contains("message.link");
    }

    /** Every base64 and quoted-printable body as text. */
    private static String decoded(String mail) {
        StringBuilder all = new StringBuilder();
        for (String part : mail.split("\r\n--[^\r\n]*\r\n", -1)) {
            int blank = part.indexOf("\r\n\r\n");
            String body = blank < 0 ? "" : part.substring(blank + 4);
            all.append(
                    part.contains("base64")
                            ? new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8)
                            : body.replace("=\r\n", ""));
        }
        return all.toString();
    }
}
