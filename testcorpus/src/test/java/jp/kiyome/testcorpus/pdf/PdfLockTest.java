package jp.kiyome.testcorpus.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import jp.kiyome.core.report.Verdict;
import jp.kiyome.testcorpus.Tool;
import jp.kiyome.testcorpus.run.Run;
import jp.kiyome.testcorpus.run.Runner;
import jp.kiyome.testcorpus.scan.OutputScan;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files that PDFBox locks in each way there is (ISO 32000-2, 7.6), a script inside. */
class PdfLockTest {

    private static final Runner RUNNER = Runner.withDefaults();
    private static final String OWNER = "owner";
    private static final String SCRIPT = "/OpenAction<</S/JavaScript/JS(evilmark)>>";

    /** Ways to lock, by the length of the key and whether it is one of AES. */
    private enum Lock {
        RC4_40(40, false),
        RC4_128(128, false),
        AES_128(128, true),
        AES_256(256, true);

        private final int bits;
        private final boolean aes;

        Lock(int bits, boolean aes) {
            this.bits = bits;
            this.aes = aes;
        }

        byte[] locked(String password) throws IOException {
            byte[] plain = PdfBuilder.onePage().add(1, SCRIPT).plain();
            try (PDDocument document = Loader.loadPDF(plain)) {
                StandardProtectionPolicy policy = new StandardProtectionPolicy(OWNER, password, new AccessPermission());
                policy.setEncryptionKeyLength(bits);
                policy.setPreferAES(aes);
                document.protect(policy);
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                document.save(out);
                return out.toByteArray();
            }
        }
    }

    @TempDir
    Path folder;

    private static Stream<DynamicTest> each(Law law) {
        return Stream.of(Lock.values()).map(lock -> dynamicTest(lock.name(), () -> law.of(lock)));
    }

    private interface Law {
        void of(Lock lock) throws IOException;
    }

    @TestFactory
    Stream<DynamicTest> whatOpensWithoutAPasswordIsRebuiltInTheOpen() {
        return each(lock -> {
            Run run = RUNNER.sanitize("open.pdf", lock.locked(""));
            assertThat(run.rebuilt()).as(run.ending()).isTrue();
            assertThat(run.codes()).contains("pdf.permissions", "pdf.javascript");
            assertThat(OutputScan.of(run.output())).isEmpty();
            assertThat(SecondReader.text(run.output(), "")).contains("Kiyome");
        });
    }

    @TestFactory
    Stream<DynamicTest> whatNobodyHasThePasswordOfIsLocked() {
        return each(lock -> {
            assertThat(RUNNER.sanitize("locked.pdf", lock.locked("secret"))
                            .report()
                            .verdict())
                    .isEqualTo(Verdict.LOCKED);
            assertThat(RUNNER.sanitize("locked.pdf", lock.locked("secret"), "other", "")
                            .report()
                            .verdict())
                    .isEqualTo(Verdict.LOCKED);
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsOpenedWithAPasswordIsLockedAgainWithIt() {
        return each(lock -> {
            Run run = RUNNER.sanitize("known.pdf", lock.locked("secret"), "other", "secret");
            assertThat(run.rebuilt()).as(run.ending()).isTrue();
            assertThat(run.codes()).contains("pdf.javascript");
            assertThat(SecondReader.text(run.output(), "secret")).contains("Kiyome");
            assertThat(SecondReader.opens(run.output(), "")).isFalse();
            assertThat(SecondReader.opens(run.output(), OWNER)).isFalse();
            try (PDDocument document = Loader.loadPDF(run.output(), "secret")) {
                assertThat(document.getEncryption().getRevision()).isEqualTo(6);
                assertThat(document.getEncryption().getLength()).isEqualTo(256);
            }
            assertThat(OutputScan.of(run.output())).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> whatIsLockedAgainStaysTheSameTheSecondTime() {
        return each(lock -> {
            Run first = RUNNER.sanitize("known.pdf", lock.locked("secret"), "secret");
            Run second = RUNNER.sanitize("known.pdf", first.output(), "secret");
            assertThat(second.output()).as(second.ending()).isEqualTo(first.output());
            assertThat(second.codes()).isEmpty();
        });
    }

    @TestFactory
    Stream<DynamicTest> qpdfOpensWhatIsLockedAgainAndFindsNoScript() {
        Tool qpdf = Tool.installed("qpdf");
        return each(lock -> {
            Run run = RUNNER.sanitize("known.pdf", lock.locked("secret"), "secret");
            Files.write(folder.resolve(lock + ".pdf"), run.output());
            Tool.Said check = qpdf.run(folder, "--check", "--password=secret", lock + ".pdf");
            assertThat(check.status()).as(check.text()).isZero();
            assertThat(qpdf.run(folder, "--check", lock + ".pdf").status()).isNotZero();
            String[] decrypt = {
                "--decrypt",
                "--password=secret",
                "--object-streams=disable",
                "--stream-data=uncompress",
                lock + ".pdf",
                lock + "-open.pdf"
            };
            assertThat(qpdf.run(folder, decrypt).status()).isZero();
            String plain = Files.readString(folder.resolve(lock + "-open.pdf"), StandardCharsets.ISO_8859_1);
            assertThat(plain).contains("(Kiyome)").doesNotContain("JavaScript", "evilmark");
        });
    }
}
