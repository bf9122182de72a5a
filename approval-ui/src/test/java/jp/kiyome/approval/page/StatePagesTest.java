package jp.kiyome.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.kiyome.approval.fixture.OnSite;
import jp.kiyome.approval.fixture.Site;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.person.Role;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.heartbeat.Area;
import jp.kiyome.quarantine.heartbeat.Condition;
import jp.kiyome.quarantine.heartbeat.Heartbeat;
import jp.kiyome.quarantine.heartbeat.Measure;
import jp.kiyome.quarantine.item.Organisation;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** What the system administrator sees of the machine. */
class StatePagesTest extends OnSite {

    private static void beat(String process, Duration ago) {
        beat(Site.CITY, process, ago);
    }

    private static void beat(Organisation organisation, String process, Duration ago) {
        Measure scanner = new Measure(
                Area.SCANNER,
                "clamd",
                Condition.DOUBTFUL,
                Untrusted.of("ClamAV 1.4.6/27811"),
                Optional.of(site.now.get().minus(Duration.ofDays(9))));
        Measure disk = Measure.room("cleaned", Condition.GOOD, 3L << 30, 20L << 30);
        Measure workers = Measure.of(Area.WORKERS, "DIED", Condition.DOUBTFUL, 4);
        site.store
                .heartbeats()
                .beat(
                        organisation,
                        Site.TEST,
                        new Heartbeat(
                                process,
                                site.now.get().minus(ago),
                                Duration.ofSeconds(30),
                                List.of(scanner, disk, workers)));
    }

    @Test
    void whatProcessesToldIsShownWithItsAgeAndStaleAloud() throws Exception {
        Person operator = site.person(Site.CITY, "kanri", Role.SYSTEM_ADMINISTRATOR);
        beat("mail-gateway mx:25", Duration.ofSeconds(20));
        beat("web www:8480", Duration.ofMinutes(5));
        Document page = browser(operator).page("/state");
        assertThat(page.select(".note").text()).contains("最後の知らせ").contains("20秒前");
        assertThat(page.select(".problem").text()).contains("5分前").contains("知らせがありません");
        assertThat(page.text())
                .contains("ClamAV 1.4.6/27811 (署名の日付: 令和8年11月11日 10時00分、9日前)")
                .contains("空き 3072 MiB / 全体 20 GiB")
                .contains("途中で終わった数")
                .contains("要確認");
    }

    @Test
    void whatWaitsIsCountedAndNothingOfItShown() throws Exception {
        Person operator = site.person(Site.CITY, "kanri2", Role.SYSTEM_ADMINISTRATOR);
        heldMail(clerk, Untrusted.of("秘密の件名"));
        site.file(clerk, "秘密.txt", "blocked");
        Document page = browser(operator).page("/state");
        assertThat(page.select("main table").get(0).select("tbody tr").eachText())
                .anyMatch(row -> row.startsWith("保留 "))
                .anyMatch(row -> row.startsWith("遮断 "));
        assertThat(page.text()).doesNotContain("秘密");
        Person other = site.person(Site.TOWN, "kanri", Role.SYSTEM_ADMINISTRATOR);
        Document theirs = browser(other).page("/state");
        assertThat(theirs.text()).contains("待っているものはありません").doesNotContain("ClamAV");
    }

    /** As on H2, which one program has open at a time. */
    @Test
    void thatNoGatewayRunsOverTheStoreIsSaid() {
        Person operator = site.person(Site.TOWN, "kanri3", Role.SYSTEM_ADMINISTRATOR);
        beat(Site.TOWN, "web www:8480", Duration.ofSeconds(5));
        assertThat(browser(operator).page("/state").text()).contains("メールゲートウェイからの知らせは、この7日間ありません");
        beat(Site.TOWN, "mail-gateway mx:25", Duration.ofDays(2));
        assertThat(browser(operator).page("/state").text())
                .doesNotContain("メールゲートウェイからの知らせは")
                .contains("2日前");
    }
}
