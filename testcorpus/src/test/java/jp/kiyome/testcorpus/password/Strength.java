package jp.kiyome.testcorpus.password;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.LocalFileHeader;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** How a file is locked, as other implementations read it. Each of them opens it with the password. */
final class Strength {

    private Strength() {}

    static String ofZip(byte[] file) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), Locked.PASSWORD.toCharArray())) {
            LocalFileHeader entry = zip.getNextEntry();
            zip.readAllBytes();
            boolean aes = entry.getAesExtraDataRecord() != null
                    && entry.getAesExtraDataRecord().getAesKeyStrength() == AesKeyStrength.KEY_STRENGTH_256;
            return aes ? "AES-256" : entry.getEncryptionMethod().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String ofSevenZ(byte[] file) {
        try (SevenZFile archive = SevenZFile.builder()
                .setByteArray(file)
                .setPassword(Locked.PASSWORD)
                .get()) {
            var entry = archive.getNextEntry();
            archive.getInputStream(entry).readAllBytes();
            return StreamSupport.stream(entry.getContentMethods().spliterator(), false)
                    .map(method -> method.getMethod().name())
                    .filter(name -> name.startsWith("AES"))
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String ofOoxml(byte[] file) {
        try (POIFSFileSystem compound = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            EncryptionInfo info = new EncryptionInfo(compound);
            boolean opens = info.getDecryptor().verifyPassword(Locked.PASSWORD);
            return opens
                    ? info.getEncryptionMode() + " "
                            + info.getHeader().getCipherAlgorithm().jceId + " "
                            + info.getHeader().getKeySize()
                    : "opens not";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String ofPdf(byte[] file) {
        try (PDDocument document = Loader.loadPDF(file, Locked.PASSWORD)) {
            return "AES-" + document.getEncryption().getLength() + " revision "
                    + document.getEncryption().getRevision();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name of the provider, which [MS-OFFCRYPTO] 2.3.5.1 has in the clear. */
    static String ofDocument(byte[] file) {
        byte[] provider = "Cryptographic Provider".getBytes(StandardCharsets.UTF_16LE);
        for (int at = 0; at + provider.length <= file.length; at++) {
            if (Arrays.equals(file, at, at + provider.length, provider, 0, provider.length)) {
                return "RC4 CryptoAPI";
            }
        }
        return "another";
    }
}
