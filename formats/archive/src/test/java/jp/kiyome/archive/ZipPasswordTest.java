package jp.kiyome.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.kiyome.archive.Rebuilding.Result;
import jp.kiyome.core.limit.LimitName;
import jp.kiyome.core.limit.Limits;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.LocalFileHeader;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Locked by another implementation, and opened by it again. */
class ZipPasswordTest {

    private static final String PASSWORD = "correct horse";

    enum Way {
        OLD(EncryptionMethod.ZIP_STANDARD, AesKeyStrength.KEY_STRENGTH_256),
        AES_128(EncryptionMethod.AES, AesKeyStrength.KEY_STRENGTH_128),
        AES_256(EncryptionMethod.AES, AesKeyStrength.KEY_STRENGTH_256);

        private final EncryptionMethod method;
        private final AesKeyStrength strength;

        Way(EncryptionMethod method, AesKeyStrength strength) {
            this.method = method;
            this.strength = strength;
        }
    }

    private static byte[] locked(Way way, String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, PASSWORD.toCharArray())) {
            for (String name : names) {
                ZipParameters parameters = new ZipParameters();
                parameters.setFileNameInZip(name);
                parameters.setEncryptFiles(true);
                parameters.setEncryptionMethod(way.method);
                parameters.setAesKeyStrength(way.strength);
                zip.putNextEntry(parameters);
                zip.write(("text of " + name).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void aMailThatNamesThePasswordOpensTheArchive(Way way) throws IOException {
        String mail = "山田様\n\n先ほどお送りしたファイルのパスワードは「correct horse」です。\n";
        Rebuilding.Result result = Rebuilding.hinted(Limits.defaults(), "a.zip", locked(way, "a.txt"), mail);
        assertThat(result.rebuilt()).as(result.ending()).isTrue();
        assertThat(opened(result.bytes())).containsValue("text of a.txt");
        assertThat(Rebuilding.of("a.zip", result.bytes()).ending()).startsWith("LOCKED");
        assertThat(result.report().toString()).doesNotContain(PASSWORD);
    }

    @Test
    void noMoreWordsAreTriedThanThePolicySays() throws IOException {
        String mail = "PW: one\nPW: two\nパスワード：「correct horse」\n";
        Limits two = Limits.defaults().with(Map.of(LimitName.PASSWORD_HINTS, 2L));
        Limits three = Limits.defaults().with(Map.of(LimitName.PASSWORD_HINTS, 3L));
        byte[] locked = locked(Way.AES_256, "a.txt");
        assertThat(Rebuilding.hinted(two, "a.zip", locked, mail).ending()).startsWith("LOCKED");
        assertThat(Rebuilding.hinted(three, "a.zip", locked, mail).rebuilt()).isTrue();
    }

    private static Map<String, String> opened(byte[] bytes) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), PASSWORD.toCharArray())) {
            for (LocalFileHeader entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                assertThat(entry.getAesExtraDataRecord().getAesKeyStrength())
                        .isEqualTo(AesKeyStrength.KEY_STRENGTH_256);
                members.put(entry.getFileName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return members;
    }

    @ParameterizedTest
    @EnumSource
    void whateverTheLockWasTheOutputHasTheStrongestAndTheSamePassword(Way way) throws IOException {
        byte[] zip = locked(way, "a.txt", "d/b.txt");
        Result result = Rebuilding.twice("a.zip", zip, "wrong", PASSWORD);
        assertThat(opened(result.bytes()))
                .containsExactly(Map.entry("a.txt", "text of a.txt"), Map.entry("d/b.txt", "text of d/b.txt"));
        assertThat(result.codes().contains("archive.re-encrypted")).isEqualTo(way != Way.AES_256);
    }

    @ParameterizedTest
    @EnumSource
    void withoutThePasswordItIsLocked(Way way) throws IOException {
        byte[] zip = locked(way, "a.txt");
        assertThat(Rebuilding.of("a.zip", zip).ending()).startsWith("LOCKED");
        assertThat(Rebuilding.of("a.zip", zip, "wrong", "").ending()).startsWith("LOCKED");
    }

    @Test
    void contentsThatDifferHaveSaltsThatDiffer() throws IOException {
        byte[] one =
                Rebuilding.of("a.zip", locked(Way.AES_256, "a.txt"), PASSWORD).bytes();
        byte[] other =
                Rebuilding.of("a.zip", locked(Way.AES_256, "b.txt"), PASSWORD).bytes();
        int salt = 30 + 5 + 11;
        assertThat(Arrays.copyOfRange(one, salt, salt + 16)).isNotEqualTo(Arrays.copyOfRange(other, salt, salt + 16));
    }

    @Test
    void aPolicyMayDeliverItOpen() throws IOException {
        Result result =
                Rebuilding.with(Map.of("archive.password", "open"), "a.zip", locked(Way.OLD, "a.txt"), PASSWORD);
        assertThat(result.codes()).contains("archive.opened");
        assertThat(Listing.zip(result.bytes())).containsExactly(Map.entry("a.txt", "text of a.txt"));
    }

    @Test
    void noReportTellsThePassword() throws IOException {
        Result result = Rebuilding.of("a.zip", locked(Way.OLD, "a.txt"), PASSWORD);
        assertThat(result.report().toString()).doesNotContain("horse");
    }
}
