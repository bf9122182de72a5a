package jp.kiyome.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import jp.kiyome.approval.chain.Approver;
import jp.kiyome.approval.chain.Chain;
import jp.kiyome.approval.chain.ChainStep;
import jp.kiyome.approval.fixture.Chromium;
import jp.kiyome.approval.fixture.Desk;
import jp.kiyome.approval.fixture.OnSite;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.approval.request.ApprovalRules;
import jp.kiyome.approval.request.Wanted;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.State;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Each flow from end to end in a real browser, in Japanese; the browser has nothing to complain of. */
@EnabledIf("jp.kiyome.approval.fixture.Chromium#installed")
class BrowserTest extends OnSite {

    static Chromium chromium;
    static Person officer;

    @BeforeAll
    static void start() {
        chromium = Chromium.start(server.port());
        officer = site.person(Site.CITY, "suzuki", Role.APPROVER, Role.QUARANTINE_OFFICER);
    }

    @AfterAll
    static void stop() {
        chromium.close();
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/plain", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void aFileIsTakenInAndFetched() {
        try (Desk desk = chromium.desk(clerk)) {
            desk.follow("ファイルを取り込む");
            desk.page.getByLabel("取り込むファイル").setInputFiles(file("報告書.txt", "hello"));
            desk.press("取り込んで無害化する");
            desk.page.waitForURL("**/items/*");
            assertThat(desk.page.locator("h1").textContent()).isEqualTo("報告書.txt");
            assertThat(desk.page.locator(".result").textContent()).contains("無害化済み");
            desk.picture("file");
            assertThat(text(desk.fetch(() -> desk.follow("無害化済みのファイルを受け取る")))).isEqualTo("clean hello");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void severalFilesAreTakenInAtOnceAndALockedOneIsOpened() {
        try (Desk desk = chromium.desk(clerk)) {
            desk.go("/files");
            desk.page
                    .getByLabel("取り込むファイル")
                    .setInputFiles(new FilePayload[] {file("一.txt", "one"), file("秘密.txt", "sealed")});
            desk.press("取り込んで無害化する");
            desk.page.locator("table").getByText("秘密.txt").waitFor();
            assertThat(desk.page.locator("table").textContent())
                    .contains("一.txt")
                    .contains("秘密.txt");
            desk.picture("files");
            desk.follow("秘密.txt");
            desk.page.getByLabel("このファイルを開くパスワード").fill("open sesame");
            desk.press("パスワードを使って無害化する");
            assertThat(desk.page.locator(".result").textContent()).contains("無害化済み");
            assertThat(desk.complaints()).isEmpty();
        }
    }

    @Test
    void aHeldMailIsAskedForApprovedAndFetched() throws Exception {
        Item mail = heldMail(clerk, Untrusted.of("月例会議のお知らせ"));
        try (Desk asking = chromium.desk(clerk);
                Desk deciding = chromium.desk(officer)) {
            asking.follow("自分宛てのメール");
            asking.follow("月例会議のお知らせ");
            asking.page.getByLabel("理由").fill("会議の資料のため");
            asking.picture("mail");
            asking.press("申請する");
            assertThat(site.state(mail)).isEqualTo(State.REQUESTED);
            deciding.follow("承認する");
            deciding.picture("queue");
            deciding.follow("月例会議のお知らせ");
            assertThat(deciding.page.locator("dd.words").textContent()).contains("会議の資料のため");
            deciding.picture("approval");
            deciding.press("承認する");
            assertThat(site.state(mail)).isEqualTo(State.APPROVED);
            asking.page.reload();
            assertThat(text(asking.fetch(() -> asking.follow("無害化済みのファイルを受け取る"))))
                    .isEqualTo("clean mail text");
            assertThat(site.state(mail)).isEqualTo(State.DELIVERED);
            assertThat(asking.complaints()).isEmpty();
            assertThat(deciding.complaints()).isEmpty();
        }
    }

    @Test
    void anOriginalIsReleasedInAnEncryptedZip() throws Exception {
        Item item = site.file(clerk, "図面.txt", "blocked original");
        try (Desk asking = chromium.desk(clerk);
                Desk deciding = chromium.desk(officer)) {
            asking.go("/items/" + item.id());
            asking.page.getByLabel("理由").fill("原本が必要なため");
            asking.press("申請する");
            String request = asking.page.url().replaceFirst(".*/", "");
            deciding.go("/approvals/" + request);
            deciding.press("承認する");
            asking.page.reload();
            asking.page.getByLabel("ZIPに付けるパスワード").fill("a long password");
            asking.picture("original");
            byte[] zip = asking.fetch(() -> asking.press("元のファイルを暗号化ZIPで受け取る"));
            try (ZipInputStream in =
                    new ZipInputStream(new ByteArrayInputStream(zip), "a long password".toCharArray())) {
                assertThat(in.getNextEntry().getFileName()).isEqualTo("図面.txt");
                assertThat(text(in.readAllBytes())).isEqualTo("blocked original");
            }
            assertThat(asking.complaints()).isEmpty();
        }
    }

    @Test
    void severalRequestsAreDecidedOnAtOnce() throws Exception {
        Item first = heldMail(clerk, Untrusted.of("一件目"));
        Item second = heldMail(clerk, Untrusted.of("二件目"));
        Item third = heldMail(clerk, Untrusted.of("三件目"));
        for (Item item : List.of(first, second, third)) {
            site.requests.ask(clerk, item.id(), Wanted.SANITIZED, "まとめて");
        }
        try (Desk deciding = chromium.desk(officer)) {
            deciding.go("/approvals");
            deciding.page.getByLabel("「一件目」を選ぶ").check();
            deciding.page.getByLabel("「三件目」を選ぶ").check();
            deciding.page.getByLabel("コメント").fill("確認しました");
            deciding.press("承認する");
            assertThat(deciding.page.locator("[role=status]").textContent()).contains("2件を承認しました");
            assertThat(deciding.complaints()).isEmpty();
        }
        assertThat(site.state(first)).isEqualTo(State.APPROVED);
        assertThat(site.state(second)).isEqualTo(State.REQUESTED);
        assertThat(site.state(third)).isEqualTo(State.APPROVED);
    }

    /** In two steps, the first by a deputy who was named on the page. */
    @Test
    void aChainIsGoneThroughByADeputyAndAChief() throws Exception {
        Person kakaricho = site.person(Site.CITY, "kakaricho", Role.APPROVER);
        Person dairi = site.person(Site.CITY, "dairi", Role.DEPUTY_APPROVER);
        List<ChainStep> steps = List.of("person:kakaricho", "person:suzuki").stream()
                .map(one -> new ChainStep(
                        ChainStep.Need.ANY, List.of(Approver.read(one).orElseThrow())))
                .toList();
        site.rules.set(new ApprovalRules(List.of(
                new ApprovalRules.Row(Optional.empty(), Optional.empty(), new Chain(steps, Optional.empty())))));
        Item mail = heldMail(clerk, Untrusted.of("二段階の承認"));
        var id = site.requests.ask(clerk, mail.id(), Wanted.SANITIZED, "理由");
        site.rules.set(ApprovalRules.usual());
        try (Desk away = chromium.desk(kakaricho)) {
            away.follow("代理");
            away.page.getByLabel("代理の人").selectOption("dairi");
            away.page.getByLabel("この日から").fill("2026-11-20");
            away.page.getByLabel("この日まで").fill("2026-11-30");
            away.press("決める");
            assertThat(away.page.locator("tbody").textContent()).contains("dairi");
            away.picture("deputies");
            assertThat(away.complaints()).isEmpty();
        }
        try (Desk acting = chromium.desk(dairi)) {
            acting.follow("承認する");
            acting.follow("二段階の承認");
            assertThat(acting.page.locator(".note").textContent()).contains("kakaricho の代理");
            acting.press("承認する");
            assertThat(acting.page.getByText("判断したもの").isVisible()).isTrue();
            assertThat(acting.complaints()).isEmpty();
        }
        try (Desk deciding = chromium.desk(officer)) {
            deciding.go("/approvals/" + id);
            assertThat(deciding.page.locator(".chain").textContent()).contains("kakaricho の代理");
            deciding.picture("chain");
            deciding.press("承認する");
            assertThat(deciding.complaints()).isEmpty();
        }
        assertThat(site.state(mail)).isEqualTo(State.APPROVED);
    }

    /** From the first Tab to the last Enter. */
    @Test
    void aFileIsTakenInWithoutAMouse() {
        try (Desk desk = chromium.desk(clerk)) {
            desk.tabTo("nav a[href='/files']");
            desk.page.keyboard().press("Enter");
            desk.page.waitForURL("**/files");
            desk.tabTo("#file");
            FileChooser chooser =
                    desk.page.waitForFileChooser(() -> desk.page.keyboard().press("Enter"));
            chooser.setFiles(file("鍵盤.txt", "typed"));
            desk.tabTo("main form button");
            desk.page.keyboard().press("Enter");
            desk.page.waitForURL("**/items/*");
            assertThat(desk.page.locator("h1").textContent()).isEqualTo("鍵盤.txt");
            desk.tabTo("a.button");
            assertThat(text(desk.fetch(() -> desk.page.keyboard().press("Enter"))))
                    .isEqualTo("clean typed");
        }
    }

    @Test
    void keysMoveSearchHelpAndLeaveFieldsAlone() throws Exception {
        heldMail(clerk, Untrusted.of("鍵一"));
        heldMail(clerk, Untrusted.of("鍵二"));
        try (Desk desk = chromium.desk(officer)) {
            desk.go("/held");
            desk.page.keyboard().press("/");
            assertThat(desk.focused()).isEqualTo("text");
            desk.page.keyboard().type("鍵jk?");
            assertThat(desk.page.locator("#text").inputValue()).isEqualTo("鍵jk?");
            desk.page.keyboard().press("Escape");
            desk.go("/held?text=%E9%8D%B5");
            String second = desk.page.locator("main tbody th a").nth(1).getAttribute("href");
            for (String key : List.of("j", "j", "k", "j")) {
                desk.page.keyboard().press(key);
            }
            desk.page.keyboard().press("Enter");
            desk.page.waitForURL("**/held/*-*");
            assertThat(desk.page.url()).endsWith(second);
            desk.page.keyboard().press("Escape");
            desk.page.waitForURL("**/held?text=*");
            desk.page.keyboard().press("?");
            assertThat(desk.page.locator("dialog").isVisible()).isTrue();
            desk.page.getByLabel("キー操作を使う").uncheck();
            desk.press("閉じる");
            desk.page.keyboard().press("?");
            assertThat(desk.page.locator("dialog").isVisible()).isFalse();
            assertThat(desk.complaints()).isEmpty();
        }
    }

    /** What is cancelled on its way was never taken in. */
    @Test
    void aFileThatIsCancelledIsNotTakenIn() {
        try (Desk desk = chromium.desk(clerk)) {
            desk.go("/files");
            desk.page.route("**/files", route -> {
                if (!route.request().method().equals("POST")) {
                    route.resume();
                }
            });
            desk.page.getByLabel("取り込むファイル").setInputFiles(file("取消.txt", "never"));
            desk.press("取り込んで無害化する");
            desk.press("取り消す");
            desk.page.getByText("取り消しました").waitFor();
            desk.go("/files");
            assertThat(desk.page.content()).doesNotContain("取消.txt");
        }
    }

    @Test
    void aRequestIsApprovedWithoutAMouse() throws Exception {
        Item mail = heldMail(clerk, Untrusted.of("鍵盤で承認"));
        var id = site.requests.ask(clerk, mail.id(), Wanted.SANITIZED, "理由");
        try (Desk desk = chromium.desk(officer)) {
            desk.tabTo("nav a[href='/approvals']");
            desk.page.keyboard().press("Enter");
            desk.page.waitForURL("**/approvals");
            desk.tabTo("a[href='/approvals/" + id + "']");
            desk.page.keyboard().press("Enter");
            desk.page.waitForURL("**/approvals/" + id);
            desk.tabTo("#comment");
            desk.page.keyboard().type("確認しました");
            desk.tabTo("button[value=APPROVE]");
            desk.page.keyboard().press("Enter");
            desk.page.waitForURL("**/approvals");
            assertThat(site.state(mail)).isEqualTo(State.APPROVED);
        }
    }
}
