package jp.kiyome.office.crypto.rc4;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import jp.kiyome.core.finding.Refusal;
import org.apache.poi.poifs.crypt.CryptoFunctions;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.binaryrc4.BinaryRC4EncryptionHeader;
import org.apache.poi.poifs.crypt.cryptoapi.CryptoAPIEncryptionHeader;
import org.apache.poi.poifs.crypt.standard.EncryptionRecord;
import org.apache.poi.util.LittleEndianByteArrayOutputStream;
import org.apache.poi.util.LittleEndianInputStream;
import org.junit.jupiter.api.Test;

/** A second implementation of [MS-OFFCRYPTO] locks what we open and opens what we lock. */
class Rc4AgainstPoiTest {

    private static final String PASSWORD = "合言葉 Pass-1";

    private static byte[] header(EncryptionInfo info, int major, int minor) {
        byte[] bytes = new byte[2048];
        LittleEndianByteArrayOutputStream out = new LittleEndianByteArrayOutputStream(bytes, 0);
        out.writeShort(major);
        out.writeShort(minor);
        if (info.getHeader() instanceof CryptoAPIEncryptionHeader) {
            out.writeInt(4);
        }
        ((EncryptionRecord) info.getHeader()).write(out);
        ((EncryptionRecord) info.getVerifier()).write(out);
        return Arrays.copyOf(bytes, out.getWriteIndex());
    }

    private static EncryptionInfo poi(EncryptionMode mode, int keyBits) {
        EncryptionInfo info = mode == EncryptionMode.binaryRC4
                ? new EncryptionInfo(mode)
                : new EncryptionInfo(mode, null, null, keyBits, -1, null);
        info.getEncryptor().confirmPassword(PASSWORD);
        return info;
    }

    private static void opens(EncryptionInfo info, byte[] header) throws Exception {
        Keystream key = Rc4Protection.read(header).unlock(PASSWORD).orElseThrow();
        assertThat(Rc4Protection.read(header).unlock("another")).isEmpty();
        byte[] plain = "0123456789".repeat(200).getBytes(US_ASCII);
        byte[] locked = plain.clone();
        key.stream(locked, 0, locked.length, 512);
        info.getDecryptor().verifyPassword(PASSWORD);
        info.getDecryptor().setChunkSize(512);
        try (var in = info.getDecryptor().getDataStream(new java.io.ByteArrayInputStream(locked), locked.length, 0)) {
            assertThat(in.readAllBytes()).isEqualTo(plain);
        }
    }

    @Test
    void rc4WithFortyBitsOpens() throws Exception {
        EncryptionInfo info = poi(EncryptionMode.binaryRC4, 40);
        assertThat(info.getHeader()).isInstanceOf(BinaryRC4EncryptionHeader.class);
        opens(info, header(info, 1, 1));
    }

    @Test
    void cryptoApiOpensWithEveryKeySize() throws Exception {
        for (int bits : new int[] {40, 56, 128}) {
            EncryptionInfo info = poi(EncryptionMode.cryptoAPI, bits);
            opens(info, header(info, 4, 2));
        }
    }

    @Test
    void whatIsLockedAnotherProgramOpens() throws Exception {
        byte[] plain = "plain text ".repeat(300).getBytes(US_ASCII);
        Rc4Lock lock = Rc4Lock.of(PASSWORD, List.of(plain));
        byte[] locked = plain.clone();
        lock.keystream().stream(locked, 0, locked.length, 512);
        EncryptionInfo info = new EncryptionInfo(
                new LittleEndianInputStream(new java.io.ByteArrayInputStream(lock.header())), EncryptionMode.cryptoAPI);
        assertThat(info.getDecryptor().verifyPassword(PASSWORD)).isTrue();
        info.getDecryptor().setChunkSize(512);
        try (var in = info.getDecryptor().getDataStream(new java.io.ByteArrayInputStream(locked), locked.length, 0)) {
            assertThat(in.readAllBytes()).isEqualTo(plain);
        }
    }

    @Test
    void theLockIsReadAsTheStrongestAndIsTheSameEachTime() {
        Rc4Lock lock = Rc4Lock.of(PASSWORD, List.of(new byte[] {1, 2}));
        assertThat(Rc4Protection.read(lock.header()).current()).isTrue();
        assertThat(lock.header())
                .isEqualTo(Rc4Lock.of(PASSWORD, List.of(new byte[] {1, 2})).header());
        assertThat(lock.header())
                .isNotEqualTo(Rc4Lock.of(PASSWORD, List.of(new byte[] {1, 3})).header());
        assertThat(lock.header())
                .isNotEqualTo(Rc4Lock.of(PASSWORD, List.of(new byte[] {1}, new byte[] {2}))
                        .header());
    }

    @Test
    void partOfAStreamOpensAsTheWholeDoes() {
        Keystream key = Rc4Lock.of(PASSWORD, List.of()).keystream();
        byte[] whole = new byte[3000];
        byte[] parts = new byte[3000];
        key.stream(whole, 0, 3000, 1024);
        key.stream(parts, 0, 700, 1024);
        key.stream(parts, 700, 2100, 1024);
        key.stream(parts, 2100, 3000, 1024);
        assertThat(parts).isEqualTo(whole);
    }

    @Test
    void xorKeysFitTheVerifier() {
        String password = "Password-15 char".substring(0, 15);
        int key = CryptoFunctions.createXorKey1(password);
        int verifier = CryptoFunctions.createXorVerifier1(password);
        assertThat(XorKey.ofWorkbook(password, key, verifier)).isPresent();
        assertThat(XorKey.ofDocument(password, key << 16 | verifier)).isPresent();
        assertThat(XorKey.ofWorkbook("another", key, verifier)).isEmpty();
        assertThat(XorKey.ofDocument("", 0)).isEmpty();
        byte[] array = CryptoFunctions.createXorArray1(password);
        byte[] zeros = new byte[16];
        XorKey.ofWorkbook(password, key, verifier).orElseThrow().workbook(zeros, 0, 16, 0);
        assertThat(zeros).isEqualTo(array);
    }

    @Test
    void brokenHeadersAreRefused() {
        byte[] whole = Rc4Lock.of(PASSWORD, List.of()).header();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> Rc4Protection.read(cut)).isInstanceOf(Refusal.class);
        }
        byte[] aes = whole.clone();
        aes[20] = 0x0E;
        aes[21] = 0x66;
        assertThatThrownBy(() -> Rc4Protection.read(aes))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("unsupported");
    }
}
