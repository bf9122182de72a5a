package jp.kiyome.testcorpus.password;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import jp.kiyome.testcorpus.ooxml.OoxmlVectors;
import jp.kiyome.testcorpus.pdf.PdfBuilder;
import jp.kiyome.testcorpus.sample.Sample;
import jp.kiyome.testcorpus.word.WordVectors;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.hslf.usermodel.HSLFSlideShow;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.CipherAlgorithm;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.crypt.HashAlgorithm;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Every way to lock a file that people in offices use, with one password. */
final class Locked {

    /** What locks all of them. */
    static final String PASSWORD = "Secret";

    private static final String ARCHIVES = "archive.password";
    private static final String DOCUMENTS = "document.password";
    private static final byte[] TEXT = "A text in an archive.\n".getBytes(StandardCharsets.US_ASCII);

    private Locked() {}

    static List<LockedFile> all() {
        return Stream.of(archives(), packages(), documents(), pdf())
                .flatMap(List::stream)
                .toList();
    }

    private static List<LockedFile> archives() {
        return List.of(
                zip("zipcrypto.zip", EncryptionMethod.ZIP_STANDARD),
                zip("aes.zip", EncryptionMethod.AES),
                new LockedFile("aes.7z", Locked::sevenZ, Strength::ofSevenZ, "AES256SHA256", ARCHIVES));
    }

    private static List<LockedFile> packages() {
        return List.of(
                ooxml("standard.docx", EncryptionMode.standard, CipherAlgorithm.aes128, HashAlgorithm.sha1),
                ooxml("agile-128.docx", EncryptionMode.agile, CipherAlgorithm.aes128, HashAlgorithm.sha1),
                ooxml("agile-256.docx", EncryptionMode.agile, CipherAlgorithm.aes256, HashAlgorithm.sha512));
    }

    /** Their formats have nothing stronger than RC4 with 128 bits. */
    private static List<LockedFile> documents() {
        List<Sample> word = WordVectors.locked();
        return List.of(
                document("xor.doc", word.get(0).bytes().get()),
                document("rc4.doc", word.get(1).bytes().get()),
                document("rc4.xls", workbook(EncryptionMode.binaryRC4)),
                document("cryptoapi.xls", workbook(EncryptionMode.cryptoAPI)),
                document("cryptoapi.ppt", show()));
    }

    private static List<LockedFile> pdf() {
        return Stream.of(40, 128, 256)
                .map(bits -> new LockedFile(
                        "rc4-or-aes-" + bits + ".pdf",
                        () -> pdf(bits),
                        Strength::ofPdf,
                        "AES-256 revision 6",
                        DOCUMENTS))
                .toList();
    }

    private static LockedFile document(String name, byte[] bytes) {
        return new LockedFile(name, bytes::clone, Strength::ofDocument, "RC4 CryptoAPI", DOCUMENTS);
    }

    private static LockedFile zip(String name, EncryptionMethod method) {
        return new LockedFile(name, () -> zipped(method), Strength::ofZip, "AES-256", ARCHIVES);
    }

    private static byte[] zipped(EncryptionMethod method) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, PASSWORD.toCharArray())) {
            ZipParameters parameters = new ZipParameters();
            parameters.setFileNameInZip("a.txt");
            parameters.setEncryptFiles(true);
            parameters.setEncryptionMethod(method);
            parameters.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_128);
            zip.putNextEntry(parameters);
            zip.write(TEXT);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] sevenZ() {
        try (SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel()) {
            try (SevenZOutputFile file = new SevenZOutputFile(channel, PASSWORD.toCharArray())) {
                SevenZArchiveEntry entry = new SevenZArchiveEntry();
                entry.setName("a.txt");
                file.putArchiveEntry(entry);
                file.write(TEXT);
                file.closeArchiveEntry();
            }
            return Arrays.copyOf(channel.array(), (int) channel.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LockedFile ooxml(String name, EncryptionMode mode, CipherAlgorithm cipher, HashAlgorithm hash) {
        return new LockedFile(name, () -> ooxml(mode, cipher, hash), Strength::ofOoxml, "agile AES 256", DOCUMENTS);
    }

    private static byte[] ooxml(EncryptionMode mode, CipherAlgorithm cipher, HashAlgorithm hash) {
        byte[] plain = OoxmlVectors.benign().stream()
                .filter(sample -> sample.extension().equals("docx"))
                .findFirst()
                .orElseThrow()
                .bytes()
                .get();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(mode, cipher, hash, -1, -1, null).getEncryptor();
            encryptor.confirmPassword(PASSWORD);
            try (OutputStream out = encryptor.getDataStream(file)) {
                out.write(plain);
            }
            file.writeFilesystem(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] workbook(EncryptionMode mode) {
        Biff8EncryptionKey.setCurrentUserPassword(PASSWORD);
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet("Sheet1").createRow(0).createCell(0).setCellValue("A text in a cell.");
            book.setEncryptionMode(mode);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static byte[] show() {
        Biff8EncryptionKey.setCurrentUserPassword(PASSWORD);
        try (HSLFSlideShow show = new HSLFSlideShow()) {
            show.createSlide().createTextBox().setText("A text on a slide.");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            show.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
    }

    private static byte[] pdf(int bits) {
        byte[] plain = PdfBuilder.onePage().plain();
        try (PDDocument document = Loader.loadPDF(plain)) {
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", PASSWORD, new AccessPermission());
            policy.setEncryptionKeyLength(bits);
            policy.setPreferAES(bits > 128);
            document.protect(policy);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
