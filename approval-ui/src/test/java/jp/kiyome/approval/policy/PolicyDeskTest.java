package jp.kiyome.approval.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.approval.request.No;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.policy.file.PolicyInvalid;
import jp.kiyome.core.policy.file.PolicyProblem;
import jp.kiyome.quarantine.audit.AuditRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The level of policy that is kept on a page. */
class PolicyDeskTest {

    @TempDir
    Path folder;

    private Site site;
    private PolicyDesk desk;
    private Person governor;

    @BeforeEach
    void open() throws Exception {
        site = Site.in(folder);
        desk = new PolicyDesk(site.policies, new PolicyVersions(site.store.ledger()));
        governor = site.person(Site.CITY, "kimura", Role.POLICY_ADMINISTRATOR);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static Untrusted text(String body) {
        return Untrusted.of("version: 1\n" + body);
    }

    private List<AuditRecord> trail(String action) {
        List<AuditRecord> found = new ArrayList<>();
        site.store.trail().export(Site.CITY, Site.TEST, 0, record -> {
            if (record.action().equals(action)) {
                found.add(record);
            }
        });
        return found;
    }

    private ResolvedLine line(String key) {
        PolicyPart ours = desk.parts(Site.CITY, "web", "page").getFirst();
        return desk.resolved(ours).stream()
                .filter(line -> line.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachValueNamesTheLevelThatItComesFrom() {
        site.policies.file(
                "system.yaml",
                "version: 1\ntypes: {docx: block}\nlimits: {depth: 4}\nlets: {types: yes, limits: yes}\n");
        site.policies.file("city.yaml", "version: 1\nlimits: {time: 90s}\nlets: {types: yes, limits: yes}\n");
        desk.apply(governor, text("types: {pdf: block}\nlimits: {depth: 6}\n"), "test", 0);
        assertThat(line("docx")).isEqualTo(new ResolvedLine("types", "docx", "block", "system.yaml"));
        assertThat(line("time")).isEqualTo(new ResolvedLine("limits", "time", "90s", "city.yaml"));
        assertThat(line("pdf")).isEqualTo(new ResolvedLine("types", "pdf", "block", "page"));
        assertThat(line("depth")).isEqualTo(new ResolvedLine("limits", "depth", "6", "page"));
        assertThat(line("txt")).isEqualTo(new ResolvedLine("types", "txt", "allow", ""));
        assertThat(line("input-bytes")).isEqualTo(new ResolvedLine("limits", "input-bytes", "512MiB", ""));
    }

    @Test
    void theMailOfAGroupIsShownBesideWithItsOwnFiles() {
        List<PolicyPart> parts = desk.parts(Site.CITY, "web", "page");
        assertThat(parts).extracting(PolicyPart::name).containsExactly("web", "mail midori-city/総務課");
        assertThat(desk.resolved(parts.get(1))).contains(new ResolvedLine("types", "pdf", "block", "mail.yaml"));
    }

    @Test
    void everyFaultIsToldWithItsLine() {
        Checked checked = desk.check(Site.CITY, text("types: {pfd: block}\nlimits: {depth: 99}\n"));
        assertThat(((Checked.Faulty) checked).problems())
                .extracting(PolicyProblem::line)
                .containsExactly(2, 3);
    }

    /** What names places of the machine, or whom to ask, is for files. */
    @ParameterizedTest
    @ValueSource(strings = {"jail: off\n", "lets: {jail: yes}\n"})
    void thePageDoesNotSayWhatIsForFiles(String body) {
        assertThat(desk.check(Site.CITY, text(body))).isInstanceOf(Checked.Faulty.class);
        assertThatThrownBy(() -> desk.apply(governor, text(body), "test", 0)).isInstanceOf(No.class);
        assertThat(desk.versions().current(Site.CITY)).isEmpty();
    }

    @Test
    void thePageSaysNoMoreThanTheFilesLet() {
        site.policies.file("system.yaml", "version: 1\nlets: {limits: yes, limits.depth: no}\n");
        assertThat(desk.check(Site.CITY, text("limits: {time: 90s}\n"))).isInstanceOf(Checked.Valid.class);
        assertThat(desk.check(Site.CITY, text("limits: {depth: 4}\n"))).isInstanceOf(Checked.Faulty.class);
        assertThat(desk.check(Site.CITY, text("types: {pdf: block}\n"))).isInstanceOf(Checked.Faulty.class);
    }

    @Test
    void whatIsAppliedHoldsAtOnceForItsOrganisationAlone() {
        String before = hash();
        assertThat(desk.apply(governor, text("types: {pdf: block}\n"), "理由", 0)).contains(1);
        assertThat(hash()).isNotEqualTo(before);
        assertThat(desk.layer(Site.TOWN).resolve(site.policies.vocabulary()).hash())
                .isEqualTo(before);
        assertThat(trail("policy.apply")).singleElement().satisfies(record -> {
            assertThat(record.who()).isEqualTo("person:kimura");
            assertThat(record.fields()).containsEntry("number", "1").containsEntry("policy", hash());
        });
    }

    private String hash() {
        return desk.layer(Site.CITY).resolve(site.policies.vocabulary()).hash();
    }

    @Test
    void aFormerVersionIsTakenUpAgainAsANewOne() {
        desk.apply(governor, text("types: {pdf: block}\n"), "一", 0);
        String first = hash();
        desk.apply(governor, text("types: {txt: block}\n"), "二", 1);
        assertThat(desk.restore(governor, 1, "戻す", 2)).contains(3);
        assertThat(hash()).isEqualTo(first);
        assertThat(desk.versions().all(Site.CITY))
                .extracting(PolicyVersion::former)
                .containsExactly(1, 0, 0);
        assertThat(trail("policy.restore")).hasSize(1);
    }

    @Test
    void whatAnotherAppliedMeanwhileIsNotOverwritten() {
        desk.apply(governor, text("types: {pdf: block}\n"), "一", 0);
        assertThat(desk.apply(governor, text("types: {txt: block}\n"), "二", 0)).isEmpty();
        assertThat(desk.versions().all(Site.CITY)).hasSize(1);
    }

    @Test
    void nothingIsAppliedWithoutAReasonNorByWhoDoesNotGovern() {
        assertThatThrownBy(() -> desk.apply(governor, text(""), " ", 0)).isInstanceOf(No.class);
        Person clerk = site.person(Site.CITY, "tanaka", Role.CLERK);
        assertThatThrownBy(() -> desk.apply(clerk, text(""), "x", 0)).isInstanceOf(No.class);
        assertThat(desk.versions().current(Site.CITY)).isEmpty();
    }

    @Test
    void aTextThatIsTooLongIsRefusedWhole() {
        assertThat(desk.check(Site.CITY, text("#" + "x".repeat(PolicyDesk.LONGEST))))
                .isInstanceOf(Checked.TooLong.class);
    }

    /** A file that lets less than before: then nothing is worked on by a policy that nobody knows. */
    @Test
    void whatTheFilesDoNotLetAnyMoreIsNotUsed() {
        desk.apply(governor, text("types: {pdf: block}\n"), "test", 0);
        site.policies.file("system.yaml", "version: 1\n");
        assertThatThrownBy(() -> desk.layer(Site.CITY)).isInstanceOf(PolicyInvalid.class);
    }

    @Test
    void whatWouldBeOtherwiseIsTold() {
        desk.apply(governor, text("types: {pdf: block}\nfindings: {macro: block}\n"), "test", 0);
        Checked.Valid valid = (Checked.Valid) desk.check(Site.CITY, text("types: {txt: block}\n"));
        assertThat(desk.changes(Site.CITY, valid))
                .containsExactlyInAnyOrder(
                        new ResolvedLine("types", "pdf", "allow", ""),
                        new ResolvedLine("types", "txt", "block", ""),
                        new ResolvedLine("findings", "macro", "", ""));
    }
}
