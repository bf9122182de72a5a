package jp.kiyome.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import jp.kiyome.approval.fixture.Chromium;
import jp.kiyome.approval.fixture.Desk;
import jp.kiyome.approval.fixture.OnSite;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.heartbeat.Area;
import jp.kiyome.quarantine.heartbeat.Condition;
import jp.kiyome.quarantine.heartbeat.Heartbeat;
import jp.kiyome.quarantine.heartbeat.Measure;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Jobs, policies and the state of the machine from end to end in a real browser, in Japanese. */
@EnabledIf("jp.kiyome.approval.fixture.Chromium#installed")
class GoverningBrowserTest extends OnSite {

    static Chromium chromium;

    @BeforeAll
    static void start() {
        chromium = Chromium.start(server.port());
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    @Test
    void aSelectionIsTriedWatchedStoppedTakenUpAgainAndDone() throws Exception {
        Person officer = site.person(Site.CITY, "suzuki", Role.QUARANTINE_OFFICER);
        for (int i = 0; i < 30; i++) {
            Item item = site.file(clerk, "要再処理" + i + ".txt", "changing " + i);
            site.store.items().move(Site.CITY, Site.TEST, item.id(), State.HELD, "test");
        }
        site.sanitizer.policy("policy-2");
        CountDownLatch go = new CountDownLatch(1);
        site.sanitizer.before(() -> await(go));
        try (Desk desk = chromium.desk(officer)) {
            desk.follow("保留中のもの");
            desk.page.getByLabel("件名・名前・アドレスに含む文字").fill("要再処理");
            desk.press("検索する");
            desk.press("試しに再処理する");
            desk.page.waitForURL("**/jobs/*");
            desk.page.locator("#live progress").waitFor();
            desk.picture("job-running");
            desk.press("止める");
            desk.page.getByText("処理中のものが終わりしだい止まります").waitFor();
            desk.page.waitForTimeout(1_500);
            go.countDown();
            // The page looks again by itself.
            desk.page.getByText("止められました").waitFor();
            site.sanitizer.before(() -> {});
            desk.press("続きから再開する");
            desk.page.getByText("すべて終わりました").waitFor();
            assertThat(desk.page.locator("main").textContent())
                    .contains("遮断になる")
                    .contains("30件中30件");
            desk.picture("job-tried");
            desk.page.getByLabel("上の結果を確かめました").check();
            desk.press("本番を始める");
            desk.page.getByText("すべて終わりました").waitFor();
            assertThat(desk.page.locator("dl").textContent()).contains("本番");
            assertThat(desk.complaints()).isEmpty();
        } finally {
            site.sanitizer.before(() -> {});
            site.sanitizer.policy("policy-1");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPolicyIsCheckedTriedAppliedAndTakenBack() throws Exception {
        Person governor = site.person(Site.CITY, "kimura", Role.POLICY_ADMINISTRATOR);
        site.file(clerk, "試す.txt", "changing");
        try (Desk desk = chromium.desk(governor)) {
            desk.follow("ポリシー");
            desk.page.getByLabel("ポリシー(YAML)").fill("version: 1\ntypes:\n  pfd: block\n");
            desk.press("確かめる");
            assertThat(desk.page.locator("[role=alert]").textContent()).contains("3行3文字目");
            desk.picture("policy-faulty");
            desk.page.getByLabel("ポリシー(YAML)").fill("version: 1\ntypes:\n  pdf: block\n");
            desk.press("先月届いたもので試す");
            desk.page.waitForURL("**/policy/trials/*");
            desk.page.getByText("すべて終わりました").waitFor();
            assertThat(desk.page.locator("main").textContent()).contains("遮断になる");
            desk.follow("一覧へ戻る");
            desk.page.getByLabel("ポリシー(YAML)").fill("version: 1\ntypes:\n  pdf: block\n");
            desk.page.locator("#comment").fill("PDFを止める");
            desk.press("適用する");
            assertThat(desk.page.locator("main").textContent()).contains("この画面の第1版");
            desk.page.getByLabel("ポリシー(YAML)").fill("version: 1\n");
            desk.page.locator("#comment").fill("元に戻す");
            desk.press("適用する");
            desk.page.locator("#back-1").fill("やはり止める");
            desk.press("第1版に戻す");
            assertThat(desk.page.locator("main").textContent()).contains("(第1版に戻した)");
            desk.picture("policy");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void theStateOfTheMachineIsSeen() throws Exception {
        Person operator = site.person(Site.CITY, "kanri", Role.SYSTEM_ADMINISTRATOR);
        heldMail(clerk, Untrusted.of("件名"));
        for (String process : List.of("mail-gateway mx.city.example:25", "web www.city.example:8480")) {
            Measure disk = Measure.room("originals", Condition.GOOD, 300L << 30, 500L << 30);
            Measure scanner = new Measure(
                    Area.SCANNER,
                    "clamd",
                    Condition.GOOD,
                    Untrusted.of("ClamAV 1.4.6/27811"),
                    Optional.of(site.now.get().minus(Duration.ofHours(8))));
            Measure hop = Measure.of(Area.NEXT_HOP, "inner.city.example:25", Condition.BAD, 0);
            site.store
                    .heartbeats()
                    .beat(
                            Site.CITY,
                            Site.TEST,
                            new Heartbeat(
                                    process,
                                    site.now.get().minusSeconds(process.startsWith("web") ? 600 : 12),
                                    Duration.ofSeconds(30),
                                    List.of(disk, scanner, hop)));
        }
        try (Desk desk = chromium.desk(operator)) {
            desk.follow("装置の状態");
            assertThat(desk.page.locator("main").textContent())
                    .contains("12秒前")
                    .contains("止まっているか")
                    .contains("inner.city.example:25");
            desk.picture("state");
            assertThat(desk.complaints()).isEmpty();
        }
    }
}
