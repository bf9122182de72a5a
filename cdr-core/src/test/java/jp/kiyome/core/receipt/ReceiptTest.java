package jp.kiyome.core.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.util.Map;
import jp.kiyome.core.finding.FindingCatalogue;
import jp.kiyome.core.finding.Severity;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.report.Report;
import jp.kiyome.core.report.Reports;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptTest {

    @TempDir
    Path directory;

    private final Report report = Reports.rebuilt();
    private final Digest file = report.output().orElseThrow();
    private KeyPairFile key;
    private Map<String, PublicKey> trusted;
    private String written;

    @BeforeEach
    void signOne() throws IOException {
        key = KeyPairFile.openOrCreate(directory.resolve("private"));
        trusted = Map.of(key.id(), key.publicKey());
        Receipt receipt = Receipt.of(report, FindingCatalogue.ofClassPath());
        written = new String(SignedReceipt.sign(receipt, key).bytes(), StandardCharsets.UTF_8);
    }

    private static SignedReceipt read(String text) {
        return SignedReceipt.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private ReceiptInvalid.Why fault(String text) {
        ReceiptInvalid invalid =
                catchThrowableOfType(ReceiptInvalid.class, () -> read(text).verify(file, trusted));
        assertThat(invalid).as(text).isNotNull();
        return invalid.why();
    }

    @Test
    void aReceiptProvesItsFile() {
        SignedReceipt receipt = read(written);
        receipt.verify(file, trusted);
        assertThat(receipt.receipt().findings())
                .containsEntry(Severity.ACTIVE, 3L)
                .containsEntry(Severity.STRUCTURE, 1L);
    }

    @Test
    void anotherFileIsRefused() {
        ReceiptInvalid invalid = catchThrowableOfType(
                ReceiptInvalid.class, () -> read(written).verify(new Digest(file.size(), "f".repeat(64)), trusted));
        assertThat(invalid.why()).isEqualTo(ReceiptInvalid.Why.OTHER_FILE);
    }

    @Test
    void anUnknownKeyIsRefused() throws IOException {
        KeyPairFile other = KeyPairFile.openOrCreate(directory.resolve("other"));
        trusted = Map.of(other.id(), other.publicKey());
        assertThat(fault(written)).isEqualTo(ReceiptInvalid.Why.UNKNOWN_KEY);
        assertThat(fault(written.replace(key.id(), other.id()))).isEqualTo(ReceiptInvalid.Why.WRONG_SIGNATURE);
    }

    @ParameterizedTest
    @CsvSource({
        "\"size\":9, \"size\":8",
        "\"engine\":\"0.1.0\", \"engine\":\"0.1.1\"",
        "\"type\":\"docx\", \"type\":\"docm\"",
        "\"active\":3, \"active\":0",
        "2026-01-02T03:04:05Z, 2027-01-02T03:04:05Z"
    })
    void anAlteredReceiptIsRefused(String from, String to) {
        assertThat(written).contains(from);
        assertThat(fault(written.replace(from, to))).isEqualTo(ReceiptInvalid.Why.WRONG_SIGNATURE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"receipt\":1, | {\"receipt\":1,\"receipt\":1,",
                "{\"receipt\":1, | { \"receipt\":1,",
                "{\"receipt\":1, | {\"receipt\":2,",
                "{\"receipt\":1, | {\"receipt\":01,",
                "{\"receipt\":1, | {\"receipt\":1.0,",
                "{\"receipt\":1, | {\"extra\":1,\"receipt\":1,",
                "\"size\":9, | \"size\":9,\"size\":9,",
                "\"size\":9, | \"size\":9e0,",
                "\"size\":9, | \"size\":\"9\",",
                "\"size\":9, | \"size\":99999999999999999999,",
                "2026-01-02T03:04:05Z | 2026-01-02T03:04:05.000Z",
                "2026-01-02T03:04:05Z | yesterday",
                "\"engine\" | \"\\u0065ngine\""
            })
    void anyOtherSpellingIsRefused(String from, String to) {
        assertThat(written).contains(from);
        assertThat(fault(written.replaceFirst(
                        java.util.regex.Pattern.quote(from), java.util.regex.Matcher.quoteReplacement(to))))
                .isEqualTo(ReceiptInvalid.Why.MALFORMED);
    }

    @Test
    void anythingBehindTheEndIsRefused() {
        assertThat(fault(written + " ")).isEqualTo(ReceiptInvalid.Why.MALFORMED);
        assertThat(fault(written + written)).isEqualTo(ReceiptInvalid.Why.MALFORMED);
        assertThat(fault(written.strip())).isEqualTo(ReceiptInvalid.Why.MALFORMED);
        assertThat(fault("\uFEFF" + written)).isEqualTo(ReceiptInvalid.Why.MALFORMED);
        assertThat(fault("")).isEqualTo(ReceiptInvalid.Why.MALFORMED);
        assertThat(fault("x".repeat(SignedReceipt.MOST_BYTES + 1))).isEqualTo(ReceiptInvalid.Why.MALFORMED);
    }

    @Test
    void everyFlippedBitIsRefused() {
        byte[] bytes = written.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            byte[] flipped = bytes.clone();
            flipped[i] ^= 1;
            assertThatThrownBy(() -> SignedReceipt.read(flipped).verify(file, trusted))
                    .as("byte %d", i)
                    .isInstanceOf(ReceiptInvalid.class);
        }
    }

    @Test
    void everyTruncationIsRefused() {
        for (int i = 0; i < written.length(); i++) {
            assertThat(fault(written.substring(0, i))).isEqualTo(ReceiptInvalid.Why.MALFORMED);
        }
    }

    @Test
    void aFileThatWasNotRebuiltGetsNoReceipt() {
        Report blocked = report.nested().getFirst();
        assertThatThrownBy(() -> Receipt.of(blocked, FindingCatalogue.ofClassPath()))
                .isInstanceOf(java.util.NoSuchElementException.class);
    }

    @Test
    void theKeyIsMadeOnceAndForItsOwnerAlone() throws IOException {
        Path file = directory.resolve("private").resolve(KeyPairFile.NAME);
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(directory.resolve("private")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        assertThat(KeyPairFile.openOrCreate(directory.resolve("private")).id()).isEqualTo(key.id());
        try (var left = Files.list(directory.resolve("private"))) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void aKeyThatOthersCanReadIsRefused() throws IOException {
        Path file = directory.resolve("private").resolve(KeyPairFile.NAME);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> KeyPairFile.open(file)).hasMessageContaining("0600");
    }

    @Test
    void twoKeysThatAreNoPairAreRefused() throws IOException {
        KeyPairFile.openOrCreate(directory.resolve("other"));
        Path mine = directory.resolve("private").resolve(KeyPairFile.NAME);
        Path other = directory.resolve("other").resolve(KeyPairFile.NAME);
        String mixed = Files.readString(mine).replaceFirst("(?s)-----BEGIN PUBLIC.*", "")
                + Files.readString(other).replaceFirst("(?s).*(?=-----BEGIN PUBLIC)", "");
        Files.writeString(mine, mixed);
        assertThatThrownBy(() -> KeyPairFile.open(mine)).hasMessageContaining("not a pair");
    }

    @Test
    void aPublicKeySurvivesItsText() throws Exception {
        assertThat(Pem.publicKey(Pem.of(key.publicKey()))).isEqualTo(key.publicKey());
    }
}
