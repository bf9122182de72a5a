package jp.kiyome.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import jp.kiyome.archive.Rebuilding.Result;
import jp.kiyome.core.limit.Limits;
import jp.kiyome.core.policy.Policy;
import jp.kiyome.core.policy.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZipRebuildingTest {

    private static final Charset CP932 = Charset.forName("windows-31j");

    @Test
    void membersKeepOrderNamesAndTexts() {
        Result result = Rebuilding.twice("a.zip", Zips.ofTexts("z.txt", "d/b.txt", "d/a.txt"));
        assertThat(result.codes()).isEmpty();
        assertThat(Listing.zip(result.bytes()))
                .containsExactly(
                        Map.entry("z.txt", "text of z.txt\n"),
                        Map.entry("d/b.txt", "text of d/b.txt\n"),
                        Map.entry("d/a.txt", "text of d/a.txt\n"));
    }

    @Test
    void whatIsRebuiltIsTheSameFileWhereNothingIsWrong() {
        byte[] output = Rebuilding.of("a.zip", Zips.ofTexts("a.txt")).bytes();
        assertThat(Rebuilding.of("a.zip", output).bytes()).isEqualTo(output);
    }

    @ParameterizedTest
    @CsvSource({
        "../../a.txt, a.txt",
        "/etc/a.txt, etc/a.txt",
        "C:/x/a.txt, x/a.txt",
        "'\\\\host\\share\\a.txt', host/share/a.txt",
        "x/../../a.txt, x/a.txt"
    })
    void noNameLeadsOutOfTheFolder(String hostile, String clean) {
        Result result = Rebuilding.twice("a.zip", Zips.ofTexts(hostile, "b.txt"));
        assertThat(result.codes()).contains("archive.traversal");
        assertThat(Listing.zip(result.bytes()).keySet()).containsExactly(clean, "b.txt");
    }

    @Test
    void namesThatDeceiveAreShownAsTheyAre() {
        Result result = Rebuilding.twice("a.zip", Zips.ofTexts("photo\u202Egpj.txt", "a\u200Bb.txt", "CON.txt"));
        assertThat(Listing.zip(result.bytes()).keySet()).containsExactly("photogpj.txt", "ab.txt", "_CON.txt");
        assertThat(result.codes()).contains("type.deceptive-name", "type.unsafe-name");
    }

    @Test
    void noTwoMembersAreOneFileOnAnySystem() {
        Result result = Rebuilding.twice("a.zip", Zips.ofTexts("a.txt", "A.txt", "a.txt", "a.txt/b.txt"));
        assertThat(Listing.zip(result.bytes()).keySet())
                .containsExactly("a.txt", "A (2).txt", "a (3).txt", "a.txt (4)/b.txt");
        assertThat(result.codes()).contains("archive.duplicate-name");
    }

    @Test
    void linksNeverComeOutAndANoticeSaysSo() {
        Result result = Rebuilding.twice(
                "a.zip", new Zips().file("a.txt", "a").link("b", "/etc/passwd").done());
        assertThat(result.codes()).containsExactly("archive.link");
        Map<String, String> members = Listing.zip(result.bytes());
        assertThat(members.keySet()).containsExactly("a.txt", "b.txt");
        assertThat(members.get("b.txt")).contains("リンク").doesNotContain("passwd");
    }

    @Test
    void programsAndWhatActsByItsPlaceBecomeNotices() {
        Result result = Rebuilding.twice(
                "a.zip",
                Zips.ofTexts("a.txt", "autorun.inf", "x/desktop.ini", "y.lnk", "acad.lsp", "x.js", ".DS_Store"));
        assertThat(Listing.zip(result.bytes()).keySet())
                .containsExactly(
                        "a.txt", "autorun_inf.txt", "x/desktop.ini.txt", "y_lnk.txt", "acad.lsp.txt", "x_js.txt");
        assertThat(result.codes()).containsExactly("archive.acting-name");
    }

    @Test
    void aPolicyMayKeepWhatActsByItsPlaceButNeverAnUnknownType() {
        byte[] zip = Zips.ofTexts("a.txt", "desktop.ini");
        Result result = Rebuilding.with(Map.of("archive.acting-names", "keep"), "a.zip", zip);
        assertThat(result.codes()).containsExactly("archive.member-refused");
    }

    @Test
    void aPolicyMayBlockTheWholeArchiveForOneRefusedMember() {
        Policy policy = Policy.of(Set.of(), Map.of("archive.member-refused", Rule.BLOCK), Map.of(), Limits.defaults());
        byte[] zip = new Zips().file("a.txt", "a").file("b.dat", "\1\2\3").done();
        assertThat(Rebuilding.of("a.zip", zip).rebuilt()).isTrue();
        assertThat(Rebuilding.under(policy, "a.zip", zip).ending()).isEqualTo("BLOCKED archive.member-refused");
    }

    @Test
    void japaneseNamesOfWindowsComeBackAsWindowsReadsThem() {
        byte[] zip = new Zips()
                .named("表示/能力.txt", CP932, "a")
                .named("ソース.txt", CP932, "b")
                .done();
        Result result = Rebuilding.twice("a.zip", zip);
        assertThat(result.codes()).isEmpty();
        assertThat(Listing.zip(result.bytes()).keySet()).containsExactly("表示/能力.txt", "ソース.txt");
        assertThat(new String(result.bytes(), CP932)).contains("ソース.txt");
    }

    @Test
    void japaneseNamesOfUnixAreToldAndWrittenAsUtf8() {
        Charset euc = Charset.forName("EUC-JP");
        byte[] zip = new Zips()
                .named("日本語の文書.txt", euc, "a")
                .named("会議の記録.txt", euc, "b")
                .done();
        Result result = Rebuilding.twice("a.zip", zip);
        assertThat(Listing.zip(result.bytes()).keySet()).containsExactly("日本語の文書.txt", "会議の記録.txt");
    }

    @Test
    void aSecondNameIsSeenAndTheOneThatProgramsShowIsWritten() {
        byte[] name = "a.txt".getBytes(StandardCharsets.US_ASCII);
        byte[] other = "b.txt".getBytes(StandardCharsets.UTF_8);
        CRC32 crc = new CRC32();
        crc.update(name);
        byte[] field = ByteBuffer.allocate(9 + other.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x7075)
                .putShort((short) (5 + other.length))
                .put((byte) 1)
                .putInt((int) crc.getValue())
                .put(other)
                .array();
        byte[] zip = new Zips().file(name, 0, other, 0, field).done();
        Result result = Rebuilding.twice("a.zip", zip);
        assertThat(result.codes()).containsExactly("archive.second-name");
        assertThat(Listing.zip(result.bytes()).keySet()).containsExactly("b.txt");
    }

    @Test
    void archivesInsideGoTheWholeWayToo() {
        byte[] inner = Zips.ofTexts("../x.txt");
        byte[] zip = new Zips()
                .file("i.zip".getBytes(StandardCharsets.US_ASCII), 0, inner, 0, new byte[0])
                .done();
        Result result = Rebuilding.twice("a.zip", zip);
        assertThat(result.codes()).containsExactly("archive.traversal");
    }

    @Test
    void archivesInsideArchivesWithoutEndAreRefused() {
        byte[] zip = Zips.ofTexts("a.txt");
        for (int depth = 0; depth < 9; depth++) {
            zip = new Zips()
                    .file("i.zip".getBytes(StandardCharsets.US_ASCII), 0, zip, 0, new byte[0])
                    .done();
        }
        assertThat(Rebuilding.of("a.zip", zip).ending()).isEqualTo("BLOCKED limit.depth");
    }

    @Test
    void tenThousandMembersOfOneNameTakeNoSquareOfTime() {
        Zips zip = new Zips();
        for (int i = 0; i < 9_000; i++) {
            zip.file("a.txt", "x");
        }
        Result result = Rebuilding.of("a.zip", zip.done());
        assertThat(result.rebuilt()).as(result.ending()).isTrue();
        assertThat(result.report().took().toSeconds()).isLessThan(30);
    }

    @Test
    void partsOfSplitArchivesAreRefused() {
        byte[] zip = Zips.ofTexts("a.txt");
        byte[] split = ByteBuffer.allocate(zip.length + 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x08074b50)
                .put(zip)
                .array();
        assertThat(Rebuilding.of("a.zip", split).ending()).isEqualTo("BLOCKED zip.multi-disk");
    }

    @Test
    void whatStandsBeforeAnArchiveDoesNotRun() {
        byte[] zip = Zips.ofTexts("a.txt");
        byte[] program = new byte[zip.length + 2];
        program[0] = 'M';
        program[1] = 'Z';
        System.arraycopy(zip, 0, program, 2, zip.length);
        assertThat(Rebuilding.of("a.zip", program).rebuilt()).isFalse();
    }

    @Test
    void packagesOfOtherProgramsAreNoArchives() {
        for (String name : List.of("[Content_Types].xml", "META-INF/MANIFEST.MF", "mimetype", "word/document.xml")) {
            assertThat(Rebuilding.of("a.zip", Zips.ofTexts(name)).rebuilt())
                    .as(name)
                    .isFalse();
        }
    }

    @Test
    void anArchiveOfNothingStaysOne() {
        assertThat(Rebuilding.twice("a.zip", new Zips().done()).codes()).isEmpty();
    }
}
