package jp.kiyome.office.crypto;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import jp.kiyome.core.report.Verdict;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What cannot be opened safely is refused for the reason that names it, and what stands beside the document goes. */
@Timeout(300)
class RefusedProtectionTest {

    private static final String PASSWORD = "geheim";
    private static final PoiLock LOCK = PoiLock.usual().quick();

    private static byte[] stream(POIFSFileSystem file, String name) throws IOException {
        try (DocumentInputStream in = file.createDocumentInputStream(name)) {
            return in.readAllBytes();
        }
    }

    private static byte[] lockedWith(PoiLock.Change change) {
        return LOCK.lock(PlainPackages.document("text"), PASSWORD, change);
    }

    /** A file whose EncryptionInfo says something else. */
    private static byte[] saying(UnaryOperator<String> change) {
        return lockedWith(file -> {
            String text = new String(stream(file, "EncryptionInfo"), ISO_8859_1);
            String changed = change.apply(text);
            assertThat(changed).isNotEqualTo(text);
            put(file, "EncryptionInfo", changed.getBytes(ISO_8859_1));
        });
    }

    private static void put(POIFSFileSystem file, String name, byte[] bytes) throws IOException {
        file.createOrUpdateDocument(new ByteArrayInputStream(bytes), name);
    }

    private static byte[] withPackage(UnaryOperator<byte[]> change) {
        return lockedWith(file -> put(file, "EncryptedPackage", change.apply(stream(file, "EncryptedPackage"))));
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                lie("crypto.spin-count", text -> text.replace("spinCount=\"1\"", "spinCount=\"10000001\"")),
                lie("crypto.spin-count", text -> text.replace("spinCount=\"1\"", "spinCount=\"99999999999999\"")),
                lie("crypto.info", text -> text.replace("spinCount=\"1\"", "spinCount=\"-1\"")),
                lie("crypto.info", text -> text.replace("blockSize=\"16\"", "blockSize=\"1\"")),
                lie("crypto.info", text -> text.replace("saltSize=\"16\"", "saltSize=\"2000000000\"")),
                lie("crypto.info", text -> text.replace("hashSize=\"64\"", "hashSize=\"0\"")),
                lie("crypto.info", text -> text.replaceAll("saltValue=\"[^\"]*\"", "saltValue=\"!\"")),
                lie("crypto.info", text -> text.replaceAll("<keyData[^>]*>", "$0$0")),
                lie("crypto.unsupported", text -> text.replace("\"SHA512\"", "\"MD5\"")),
                lie("crypto.unsupported", text -> text.replace("\"AES\"", "\"RC2\"")),
                lie("crypto.unsupported", text -> text.replace("keyBits=\"256\"", "keyBits=\"2147483647\"")),
                lie("crypto.unsupported", text -> "\3\0\3\0" + text.substring(4)),
                lie("crypto.info", text -> text.substring(0, 4)),
                lie("xml.malformed", text -> text.substring(0, text.length() - 20)));
    }

    private static Arguments lie(String code, UnaryOperator<String> change) {
        return Arguments.of(code, saying(change));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void aLieInTheEncryptionInfoIsRefused(String code, byte[] file) {
        Sanitized sanitized = Sanitized.of(file, PASSWORD);
        assertThat(sanitized.reason()).isEqualTo(code);
        assertThat(sanitized.verdict()).isEqualTo(Verdict.BLOCKED);
    }

    @Test
    void tamperingWithAnAgilePackageIsSeen() {
        byte[] file = withPackage(bytes -> {
            bytes[bytes.length / 2] ^= 1;
            return bytes;
        });
        assertThat(Sanitized.of(file, PASSWORD).reason()).isEqualTo("crypto.integrity");
    }

    @Test
    void aSizeLargerThanThePackageIsRefused() {
        byte[] larger = withPackage(bytes -> {
            bytes[3] = 1;
            return bytes;
        });
        byte[] negative = withPackage(bytes -> {
            bytes[7] = (byte) 0x80;
            return bytes;
        });
        assertThat(Sanitized.of(larger, PASSWORD).reason()).isEqualTo("crypto.package");
        assertThat(Sanitized.of(negative, PASSWORD).reason()).isEqualTo("crypto.package");
        assertThat(Sanitized.of(withPackage(bytes -> Arrays.copyOf(bytes, 5)), PASSWORD)
                        .reason())
                .isEqualTo("crypto.package");
    }

    @Test
    void bytesBehindAStandardPackageAreToldAndGo() {
        byte[] file = PoiLock.standard(CipherAlgorithm.aes128).lock(PlainPackages.document("text"), PASSWORD, f -> {
            byte[] bytes = stream(f, "EncryptedPackage");
            byte[] longer = Arrays.copyOf(bytes, bytes.length + 100);
            Arrays.fill(longer, bytes.length, longer.length, (byte) 7);
            put(f, "EncryptedPackage", longer);
        });
        Sanitized sanitized = Sanitized.of(file, PASSWORD);
        assertThat(sanitized.codes()).contains("crypto.excess");
        assertThat(sanitized.verdict()).isEqualTo(Verdict.REBUILT);
    }

    @Test
    void streamsBesideTheDocumentGo() {
        byte[] file = lockedWith(f -> {
            put(f, "\u0005SummaryInformation", PlainPackages.CANARY.getBytes(US_ASCII));
            put(f, "Macros", PlainPackages.CANARY.getBytes(US_ASCII));
        });
        Sanitized sanitized = Sanitized.of(file, PASSWORD);
        assertThat(sanitized.codes()).contains("crypto.other-stream");
        assertThat(new String(file, ISO_8859_1)).contains(PlainPackages.CANARY);
        assertThat(new String(sanitized.bytes(), ISO_8859_1))
                .isNotEmpty()
                .doesNotContain(PlainPackages.CANARY, "M\0a\0c\0r\0o\0s");
    }

    @Test
    void keysOfOthersGoAndTheMissingIntegrityIsAdded() {
        byte[] file = saying(text -> text.replaceAll("<dataIntegrity[^>]*/>", "")
                .replace(
                        "</keyEncryptors>",
                        "<keyEncryptor uri=\"http://schemas.microsoft.com/office/2006/keyEncryptor/certificate\"/>"
                                + "</keyEncryptors>"));
        Sanitized sanitized = Sanitized.of(file, PASSWORD);
        assertThat(sanitized.verdict()).isEqualTo(Verdict.REBUILT);
        assertThat(sanitized.codes()).contains("crypto.other-key-holder", "crypto.no-integrity");
        assertThat(Sanitized.of(sanitized.bytes(), PASSWORD).report().nothingFound())
                .isTrue();
    }

    @Test
    void rightsManagementIsRefused() {
        byte[] file = lockedWith(f -> {
            f.getRoot().getEntryCaseInsensitive("EncryptionInfo").delete();
            DirectoryEntry transforms =
                    (DirectoryEntry) ((DirectoryEntry) f.getRoot().getEntryCaseInsensitive("\u0006DataSpaces"))
                            .getEntryCaseInsensitive("TransformInfo");
            transforms.createDirectory("DRMEncryptedTransform");
        });
        assertThat(Sanitized.of(file, PASSWORD).reason()).isEqualTo("crypto.rights-managed");
    }

    @Test
    void aChangedDeclarationIsWrittenAnew() {
        byte[] file = lockedWith(f -> {
            DirectoryEntry spaces = (DirectoryEntry) f.getRoot().getEntryCaseInsensitive("\u0006DataSpaces");
            spaces.createDocument("more", new ByteArrayInputStream(PlainPackages.CANARY.getBytes(US_ASCII)));
        });
        Sanitized sanitized = Sanitized.of(file, PASSWORD);
        assertThat(sanitized.codes()).contains("crypto.data-spaces");
        assertThat(new String(sanitized.bytes(), ISO_8859_1)).isNotEmpty().doesNotContain(PlainPackages.CANARY);
    }

    @Test
    void whatIsRefusedInsideRefusesTheFile() {
        byte[] noPackage = LOCK.lock("no package at all".getBytes(US_ASCII), PASSWORD);
        assertThat(Sanitized.of(noPackage, PASSWORD).reason()).isEqualTo("type.unknown");
        byte[] inEachOther = LOCK.lock(lockedWith(f -> {}), PASSWORD);
        Sanitized sanitized = Sanitized.of(inEachOther, PASSWORD);
        assertThat(sanitized.reason()).isEqualTo("type.not-expected");
        assertThat(sanitized.bytes()).isEmpty();
    }

    @Test
    void everyTruncationEndsWithoutAnOutput() {
        byte[] file = lockedWith(f -> {});
        for (int length = 0; length < file.length; length += 97) {
            Sanitized sanitized = Sanitized.of(Arrays.copyOf(file, length), PASSWORD);
            assertThat(sanitized.verdict()).as("%d bytes", length).isNotEqualTo(Verdict.REBUILT);
        }
    }

    /** A flipped bit is seen, or is where nothing is read; in no way does it change what comes out. */
    @Test
    void aFlippedBitChangesNoOutput() {
        byte[] file = PoiLock.agile(CipherAlgorithm.aes128, HashAlgorithm.sha1)
                .quick()
                .lock(PlainPackages.document("text"), PASSWORD);
        byte[] sound = Sanitized.of(file, PASSWORD).bytes();
        assertThat(sound).isNotEmpty();
        for (int at = 0; at < file.length; at += 61) {
            byte[] damaged = file.clone();
            damaged[at] ^= (byte) (1 << (at % 8));
            Sanitized sanitized = Sanitized.of(damaged, PASSWORD);
            assertThat(sanitized.bytes()).as("byte %d", at).isIn(new byte[0], sound);
        }
    }
}
