package jp.kiyome.office.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.kiyome.core.engine.Registry;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.report.ReportJson;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.core.type.FileType;
import jp.kiyome.office.ooxml.OoxmlHandler;
import org.apache.poi.poifs.crypt.ChainingMode;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProtectedOoxmlTest {

    private static final String PASSWORD = "秘密 geheim-𠮷";

    static Stream<PoiLock> algorithms() {
        return Stream.of(
                PoiLock.standard(CipherAlgorithm.aes128),
                PoiLock.standard(CipherAlgorithm.aes192),
                PoiLock.standard(CipherAlgorithm.aes256),
                PoiLock.agile(CipherAlgorithm.aes128, HashAlgorithm.sha1),
                PoiLock.agile(CipherAlgorithm.aes192, HashAlgorithm.sha256),
                PoiLock.agile(CipherAlgorithm.aes256, HashAlgorithm.sha384),
                PoiLock.agile(CipherAlgorithm.aes128, HashAlgorithm.sha512),
                PoiLock.agile(CipherAlgorithm.aes256, HashAlgorithm.sha512).with(ChainingMode.cfb));
    }

    @ParameterizedTest
    @MethodSource("algorithms")
    void whateverTheAlgorithmTheContentIsThatOfThePlainPackageRebuilt(PoiLock lock) {
        byte[] plain = PlainPackages.longDocument();
        Sanitized sanitized = Sanitized.of(lock.quick().lock(plain, PASSWORD), PASSWORD);
        assertThat(sanitized.verdict()).as(sanitized.report().toString()).isEqualTo(Verdict.REBUILT);
        assertThat(sanitized.codes()).contains("crypto.re-encrypted");
        byte[] inside = PoiLock.open(sanitized.bytes(), PASSWORD);
        assertThat(inside).isEqualTo(Sanitized.of(plain).bytes()).isNotEmpty();
    }

    @Test
    void rebuildingTwiceChangesNothingAndFindsNothing() {
        byte[] file = PoiLock.usual().lock(PlainPackages.documentThatHides("text"), PASSWORD);
        Sanitized first = Sanitized.of(file, PASSWORD);
        Sanitized second = Sanitized.of(first.bytes(), "another", PASSWORD);
        assertThat(second.bytes()).isEqualTo(first.bytes()).isNotEmpty();
        assertThat(second.report().nothingFound()).isTrue();
        assertThat(first.codes()).doesNotContain("crypto.re-encrypted", "type.name");
    }

    @Test
    void twoRunsGiveTheSameBytesWhateverSaltsTheInputHad() {
        byte[] plain = PlainPackages.document("text");
        Sanitized one = Sanitized.of(PoiLock.usual().lock(plain, PASSWORD), PASSWORD);
        Sanitized other = Sanitized.of(PoiLock.standard(CipherAlgorithm.aes128).lock(plain, PASSWORD), PASSWORD);
        assertThat(other.bytes()).isEqualTo(one.bytes()).isNotEmpty();
    }

    @Test
    void whatNobodyNamedInsideIsGone() {
        byte[] file = PoiLock.usual().quick().lock(PlainPackages.documentThatHides("text"), PASSWORD);
        assertThat(new String(PoiLock.open(file, PASSWORD), StandardCharsets.ISO_8859_1))
                .contains("word/unused.xml");
        byte[] inside = PoiLock.open(Sanitized.of(file, PASSWORD).bytes(), PASSWORD);
        assertThat(new String(inside, StandardCharsets.ISO_8859_1)).doesNotContain("word/unused.xml");
    }

    @Test
    void withoutAPasswordOrWithAWrongOneAFileIsLocked() {
        byte[] file = PoiLock.usual().quick().lock(PlainPackages.document("text"), PASSWORD);
        for (Sanitized sanitized :
                List.of(Sanitized.of(file), Sanitized.of(file, "wrong", PASSWORD + "x", "x".repeat(300)))) {
            assertThat(sanitized.verdict()).isEqualTo(Verdict.LOCKED);
            assertThat(sanitized.bytes()).isEmpty();
        }
    }

    @Test
    void passwordsAreTriedInOrderAndTheOneThatOpensLocksAgain() {
        byte[] file = PoiLock.usual().quick().lock(PlainPackages.document("text"), PASSWORD);
        Sanitized sanitized = Sanitized.of(file, "wrong", PASSWORD, "never tried");
        assertThat(sanitized.verdict()).isEqualTo(Verdict.REBUILT);
        assertThat(PoiLock.open(sanitized.bytes(), PASSWORD)).isNotEmpty();
        assertThat(Sanitized.of(sanitized.bytes(), "wrong").verdict()).isEqualTo(Verdict.LOCKED);
    }

    @Test
    void theEmptyPasswordIsAPassword() {
        byte[] file = PoiLock.usual().quick().lock(PlainPackages.document("text"), "");
        assertThat(Sanitized.of(file).verdict()).isEqualTo(Verdict.LOCKED);
        assertThat(Sanitized.of(file, "").verdict()).isEqualTo(Verdict.REBUILT);
    }

    @Test
    void theDefaultPasswordNeedsNotBeTold() {
        byte[] file = PoiLock.usual().lock(PlainPackages.workbook(), "VelvetSweatshop");
        Sanitized first = Sanitized.named("a.xlsx", file);
        assertThat(first.verdict()).isEqualTo(Verdict.REBUILT);
        assertThat(first.codes()).contains("crypto.default-password");
        Sanitized second = Sanitized.named("a.xlsx", first.bytes());
        assertThat(second.bytes()).isEqualTo(first.bytes()).isNotEmpty();
        assertThat(second.report().nothingFound()).isTrue();
    }

    @Test
    void theNameFollowsWhatIsInside() {
        byte[] file = PoiLock.usual().quick().lock(PlainPackages.workbook(), PASSWORD);
        Sanitized first = Sanitized.named("report.docx", file, PASSWORD);
        assertThat(first.name()).isEqualTo("report.xlsx");
        assertThat(first.codes()).containsOnlyOnce("type.name");
        Sanitized second = Sanitized.named(first.name(), first.bytes(), PASSWORD);
        assertThat(second.name()).isEqualTo("report.xlsx");
        assertThat(second.bytes()).isEqualTo(first.bytes()).isNotEmpty();
        assertThat(second.report().nothingFound()).isTrue();
    }

    @Test
    void aNameOfPlainFilesClaimsThePlainType() {
        OoxmlHandler plain = new OoxmlHandler();
        Registry registry = new Registry(List.of(new ProtectedOoxmlHandler(), plain));
        for (FileType type : plain.types()) {
            String name = "a." + type.extensions().getFirst();
            assertThat(registry.byName(name, List.of())).isEqualTo(Optional.of(type));
            assertThat(registry.byName(name, List.of(ProtectedOoxmlHandler.TYPE)))
                    .isEqualTo(Optional.of(ProtectedOoxmlHandler.TYPE));
        }
    }

    @Test
    void aLockedFileMayHaveTheNameOfEveryTypeThatIsKnown() {
        OoxmlHandler plain = new OoxmlHandler();
        assertThat(Stream.concat(plain.types().stream(), plain.unsupported().stream())
                        .flatMap(type -> type.extensions().stream()))
                .containsExactlyInAnyOrderElementsOf(ProtectedOoxmlHandler.TYPE.extensions());
    }

    @Test
    void noReportTellsAPassword() {
        byte[] file = PoiLock.usual().quick().lock(PlainPackages.document("text"), "Tr0ub4dor");
        ReportJson json = new ReportJson(FindingCatalogue.ofClassPath());
        for (Sanitized sanitized :
                List.of(Sanitized.of(file, "Tr0ub4dor"), Sanitized.of(file, "Wr0ngOne"), Sanitized.of(file))) {
            assertThat(json.write(sanitized.report())).doesNotContain("Tr0ub4dor", "Wr0ngOne");
        }
    }
}
