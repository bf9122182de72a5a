package jp.kiyome.office.odf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.kiyome.container.zip.Storage;
import jp.kiyome.container.zip.WrittenZip;
import jp.kiyome.container.zip.ZipArchive;
import jp.kiyome.container.zip.ZipMember;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;

/**
 * Packages with a password (OpenDocument 1.3 part 2 §4.8): opened into a package without one, and locked again by AES-256 in the form
 * that LibreOffice and OpenOffice write. Salt and vectors are made from the package and the password, so that the same two give the
 * same bytes.
 */
final class OdfLock {

    static final String CIPHER = "http://www.w3.org/2001/04/xmlenc#aes256-cbc";
    private static final String START_KEY = "http://www.w3.org/2000/09/xmldsig#sha256";
    private static final String CHECKSUM = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#sha256-1k";
    private static final int ITERATIONS = 100_000;
    private static final int KEY_BYTES = 32;
    private static final int BLOCK = 16;
    private static final int BEGINNING = 1024 + BLOCK;
    private static final int LEVEL = 4;
    private static final int MOST = 1 << 29;

    private final Session session;
    private final Manifest manifest;
    private final ZipArchive archive;
    private final Map<String, byte[]> keys = new HashMap<>();

    OdfLock(ZipArchive archive, Manifest manifest, Session session) {
        this.archive = archive;
        this.manifest = manifest;
        this.session = session;
    }

    /** The password that opens the package. */
    String password() {
        ZipMember member =
                archive.member("content.xml").orElseThrow(() -> Refusal.of("crypto.unsupported", "no content.xml"));
        Encryption lock = manifest.entry("content.xml")
                .flatMap(Manifest.Entry::encryption)
                .orElseThrow(() -> Refusal.of("crypto.info", "content.xml"));
        for (String password : session.passwords()) {
            if (OdfKey.checks(lock, beginning(member, lock, password))) {
                tell(lock);
                return password;
            }
        }
        throw new PasswordNeeded("OpenDocument, " + lock.cipher());
    }

    private void tell(Encryption lock) {
        boolean strong = lock.cipher().equals(CIPHER)
                && lock.startKey().endsWith("sha256")
                && lock.iterations() >= ITERATIONS
                && lock.keyBytes() == KEY_BYTES;
        if (!strong) {
            session.found(Finding.of("crypto.re-encrypted", Action.CHANGED, Location.wholeFile(), lock.cipher()));
        }
    }

    private byte[] beginning(ZipMember member, Encryption lock, String password) {
        try (InputStream in = archive.open(member)) {
            byte[] locked = in.readNBytes(BEGINNING);
            Cipher cipher = OdfKey.opening(lock, key(lock, password));
            byte[] opened = cipher.update(locked);
            byte[] start = opened == null ? new byte[0] : opened;
            boolean padded = lock.cipher().endsWith("-cbc") && locked.length < BEGINNING && start.length > 0;
            int padding = padded ? start[start.length - 1] & 0xFF : 0;
            return padding <= start.length ? Arrays.copyOf(start, start.length - padding) : start;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] key(Encryption lock, String password) {
        if (!lock.derivation().endsWith("pbkdf2")) {
            throw Refusal.of("crypto.unsupported", lock.derivation());
        }
        String id = password + "|" + lock.startKey() + "|" + lock.iterations() + "|" + lock.keyBytes() + "|"
                + Base64.getEncoder().encodeToString(lock.salt());
        return keys.computeIfAbsent(
                id,
                i -> OdfKey.derive(
                        OdfKey.start(lock.startKey(), password),
                        lock.salt(),
                        lock.iterations(),
                        lock.keyBytes(),
                        session.budget()));
    }

    /** The same package without a lock. */
    Content opened(String password) {
        Sink out = session.scratch();
        List<String> order = new ArrayList<>();
        try (WrittenZip zip = new WrittenZip(out, session.scratch(), 1)) {
            for (ZipMember member : archive.members()) {
                if (!member.folder()) {
                    order.add(member.name());
                    open(member, password, zip);
                }
            }
            zip.finish(order);
        }
        return out.finish();
    }

    private void open(ZipMember member, String password, WrittenZip zip) {
        Optional<Encryption> lock = manifest.entry(member.name()).flatMap(Manifest.Entry::encryption);
        Storage storage = member.name().equals("mimetype") ? Storage.STORED : Storage.DEFLATED;
        try (InputStream raw = archive.open(member);
                OutputStream to = zip.member(member.name(), storage)) {
            if (lock.isEmpty()) {
                raw.transferTo(to);
                return;
            }
            Inflater inflater = new Inflater(true);
            try (InputStream plain = new InflaterInputStream(
                    new CipherInputStream(raw, OdfKey.opening(lock.get(), key(lock.get(), password))), inflater)) {
                copy(plain, to, lock.get());
            } finally {
                inflater.end();
            }
        } catch (IOException e) {
            throw Refusal.of("crypto.package", Location.ofPart(member.name()), "");
        }
    }

    private void copy(InputStream plain, OutputStream to, Encryption lock) throws IOException {
        byte[] buffer = new byte[1 << 14];
        long done = 0;
        for (int count = plain.read(buffer); count > 0; count = plain.read(buffer)) {
            session.budget().decode(count);
            done += count;
            to.write(buffer, 0, count);
        }
        if (lock.size() > 0 && done != lock.size()) {
            throw Refusal.of("crypto.package", Long.toString(done));
        }
    }

    /** Locks a rebuilt package. */
    static void lock(Content plain, String password, OutputStream out, Session session) {
        Secrets secrets = new Secrets(plain, password, session);
        Sink file = session.scratch();
        List<String> order = new ArrayList<>();
        try (ZipArchive archive = ZipArchive.open(plain, session.budget(), finding -> {});
                WrittenZip zip = new WrittenZip(file, session.scratch(), LEVEL)) {
            Manifest listed = Manifest.read(
                    archive.open(archive.member(OdfPackage.MANIFEST).orElseThrow()), session);
            NewManifest manifest = new NewManifest(listed.version());
            for (ZipMember member : archive.members()) {
                if (!member.name().equals(OdfPackage.MANIFEST)) {
                    order.add(member.name());
                    lock(archive, member, secrets, zip);
                }
            }
            for (Manifest.Entry entry : listed.entries().values()) {
                manifest.add(entry.path(), entry.mediaType(), entry.version(), secrets.described(entry.path()));
            }
            order.add(OdfPackage.MANIFEST);
            write(zip, OdfPackage.MANIFEST, Storage.DEFLATED, manifest.bytes());
            zip.finish(order);
        }
        try (InputStream in = file.finish().stream()) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lock(ZipArchive archive, ZipMember member, Secrets secrets, WrittenZip zip) {
        if (member.size() > MOST) {
            throw Refusal.of("crypto.unsupported", member.name());
        }
        try (InputStream in = archive.open(member)) {
            byte[] bytes = in.readAllBytes();
            boolean plain = member.name().equals("mimetype");
            write(zip, member.name(), Storage.STORED, plain ? bytes : secrets.locked(member.name(), bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(WrittenZip zip, String name, Storage storage, byte[] bytes) {
        try (OutputStream to = zip.member(name, storage)) {
            to.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Key, salt and vectors of one package. */
    private static final class Secrets {

        private final Mac mac;
        private final byte[] salt;
        private final byte[] key;
        private final Map<String, String> described = new HashMap<>();

        Secrets(Content plain, String password, Session session) {
            byte[] start = OdfKey.start(START_KEY, password);
            var digest = OdfKey.digest("sha256");
            byte[] buffer = new byte[1 << 16];
            for (long at = 0; at < plain.size(); at += buffer.length) {
                int count = (int) Math.min(buffer.length, plain.size() - at);
                plain.copy(at, buffer, 0, count);
                digest.update(buffer, 0, count);
            }
            byte[] stretched = OdfKey.derive(start, digest.digest(), ITERATIONS, KEY_BYTES, session.budget());
            try {
                this.mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(stretched, "HmacSHA256"));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has HmacSHA256", e);
            }
            this.salt = value("salt");
            this.key = OdfKey.derive(start, salt, ITERATIONS, KEY_BYTES, session.budget());
        }

        private byte[] value(String label) {
            byte[] value = mac.doFinal(("kiyome odf 1: " + label).getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(value, BLOCK);
        }

        byte[] locked(String name, byte[] plain) throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            Deflater deflater = new Deflater(LEVEL, true);
            try (OutputStream to = new DeflaterOutputStream(packed, deflater)) {
                to.write(plain);
            } finally {
                deflater.end();
            }
            byte[] bytes = packed.toByteArray();
            var checksum = OdfKey.digest("sha256");
            checksum.update(bytes, 0, Math.min(1024, bytes.length));
            int padding = BLOCK - bytes.length % BLOCK;
            byte[] whole = Arrays.copyOf(bytes, bytes.length + padding);
            whole[whole.length - 1] = (byte) padding;
            byte[] vector = value("vector " + name);
            described.put(name, description(plain.length, checksum.digest(), vector));
            try {
                return OdfKey.locking(key, vector).doFinal(whole);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("whole blocks", e);
            }
        }

        private String description(int size, byte[] checksum, byte[] vector) {
            Base64.Encoder base64 = Base64.getEncoder();
            return " manifest:size=\"" + size + "\"><manifest:encryption-data manifest:checksum-type=\"" + CHECKSUM
                    + "\" manifest:checksum=\"" + base64.encodeToString(checksum)
                    + "\"><manifest:algorithm manifest:algorithm-name=\"" + CIPHER
                    + "\" manifest:initialisation-vector=\"" + base64.encodeToString(vector)
                    + "\"/><manifest:start-key-generation manifest:start-key-generation-name=\"" + START_KEY
                    + "\" manifest:key-size=\"32\"/><manifest:key-derivation manifest:key-derivation-name=\"PBKDF2\" manifest:key-size=\"32\" manifest:iteration-count=\""
                    + ITERATIONS + "\" manifest:salt=\"" + base64.encodeToString(salt)
                    + "\"/></manifest:encryption-data></manifest:file-entry";
        }

        String described(String path) {
            return described.getOrDefault(path, "/");
        }
    }
}
