package jp.kiyome.approval.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.kiyome.core.finding.Untrusted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

    private static final Pattern IN_PAGES = Pattern.compile("(?:#\\{|msg\\(')([a-z][a-z0-9.-]*)");
    private static final Pattern IN_CODE = Pattern.compile("\"([a-z0-9-]+(?:\\.[a-z0-9-]+)+)\"");

    /** Texts whose names are put together from a first step and a constant of an enum, or a path. */
    private static final Set<String> FAMILIES = Set.of(
            "state",
            "means",
            "phase",
            "verdict",
            "action",
            "severity",
            "wanted",
            "role",
            "side",
            "menu",
            "about",
            "no",
            "error",
            "kind",
            "decided",
            "unlocked",
            "authentication",
            "figures",
            "area",
            "condition",
            "measure",
            "version",
            "job-state",
            "job-means",
            "result",
            "asked");

    @Test
    void everyTextThatIsUsedIsThereAndEveryTextThereIsUsed() throws IOException {
        Set<String> there = new TreeSet<>(new Texts().keys());
        Set<String> used = new TreeSet<>();
        for (Path file : files("src/main/resources", ".html")) {
            IN_PAGES.matcher(Files.readString(file)).results().forEach(match -> used.add(match.group(1)));
        }
        assertThat(there).containsAll(used);
        for (Path file : files("src/main/java", ".java")) {
            IN_CODE.matcher(Files.readString(file))
                    .results()
                    .map(match -> match.group(1))
                    .filter(there::contains)
                    .forEach(used::add);
        }
        there.removeIf(key -> FAMILIES.contains(key.replaceFirst("\\..*", "")));
        assertThat(used).containsAll(there);
    }

    /** What an enum or the table of access can come to. */
    @Test
    void everyConstantHasItsText() {
        Texts texts = new Texts();
        Set<String> wanted = new TreeSet<>();
        for (var state : jp.kiyome.quarantine.item.State.values()) {
            wanted.add("state." + state);
            wanted.add("means." + state);
        }
        Stream.of(jp.kiyome.approval.request.Phase.values()).forEach(one -> wanted.add("phase." + one));
        Stream.of(jp.kiyome.approval.request.Wanted.values()).forEach(one -> wanted.add("wanted." + one));
        Stream.of(jp.kiyome.quarantine.item.SenderIdentity.Result.values())
                .forEach(one -> wanted.add("authentication." + one));
        Stream.of(jp.kiyome.core.report.Verdict.values()).forEach(one -> wanted.add("verdict." + one));
        Stream.of(jp.kiyome.core.finding.Action.values()).forEach(one -> wanted.add("action." + one));
        Stream.of(jp.kiyome.core.finding.Severity.values()).forEach(one -> wanted.add("severity." + one));
        Stream.of(jp.kiyome.approval.person.Role.values()).forEach(one -> wanted.add("role." + one.word()));
        Stream.of(jp.kiyome.approval.access.Side.values()).forEach(one -> wanted.add("side." + one));
        Stream.of(jp.kiyome.approval.request.No.Why.values())
                .forEach(one ->
                        wanted.add("no." + one.name().toLowerCase(Locale.ROOT).replace('_', '-')));
        Stream.of(jp.kiyome.approval.intake.LockedMails.Answer.values()).forEach(one -> wanted.add("unlocked." + one));
        Stream.of(jp.kiyome.approval.picture.Version.values()).forEach(one -> wanted.add("version." + one));
        Stream.of(jp.kiyome.approval.request.Decision.values()).forEach(one -> wanted.add("decided." + one));
        for (String page : Set.of(
                "files",
                "mails",
                "requests",
                "approvals",
                "deputies",
                "held",
                "report",
                "trail",
                "people",
                "account")) {
            wanted.add("menu." + page);
            wanted.add("about." + page);
        }
        for (int status : new int[] {400, 403, 404, 409, 413, 422, 429, 500}) {
            wanted.add("error." + status);
        }
        assertThat(texts.keys()).containsAll(wanted);
    }

    private static Iterable<Path> files(String folder, String ending) throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T01:05:00Z, 令和8年11月23日 10時05分, 2026-11-23 10:05",
        "2019-04-30T15:00:00Z, 令和元年5月1日 0時00分, 2019-05-01 00:00",
        "2019-04-30T14:59:00Z, 2019-04-30 23:59, 2019-04-30 23:59"
    })
    void timesAreWrittenByTheEraAndByIso(String at, String japanese, String english) {
        assertThat(PlainTime.of(Instant.parse(at), Locale.JAPANESE)).isEqualTo(japanese);
        assertThat(PlainTime.of(Instant.parse(at), Locale.ENGLISH)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "=?ISO-2022-JP?B?GyRCJCpDTiRpJDsbKEI=?=, お知らせ",
        "=?UTF-8?B?44GK55+l?= =?UTF-8?B?44KJ44Gb?=, お知らせ",
        "Re: =?utf-8?Q?=E3=81=8A_x?= y, Re: お x y",
        "=?UTF-8?B?4?=, =?UTF-8?B?4?=",
        "=?utf-7?B?44GK?=, =?utf-7?B?44GK?=",
        "=?utf-8?Q?=E3=8?=, =?utf-8?Q?=E3=8?="
    })
    void subjectsAreReadAsTheyMean(String subject, String read) {
        assertThat(EncodedWords.read(Untrusted.of(subject)).unescaped()).isEqualTo(read);
    }
}
