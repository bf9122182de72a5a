package jp.kiyome.office.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.container.cfb.CompoundEntry;
import jp.kiyome.container.cfb.CompoundFile;
import jp.kiyome.container.cfb.CompoundStorage;
import jp.kiyome.container.cfb.CompoundStream;
import jp.kiyome.container.cfb.NewEntry;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;

/** A locked file, taken apart as far as goes without its password. */
final class ProtectedFile {

    /** With it Excel opens a workbook without asking ([MS-OFFCRYPTO] 2.1.1 leaves it to the program). */
    static final String DEFAULT_PASSWORD = "VelvetSweatshop";

    /** What the locked file held, and what opened it. */
    record Opened(String password, Content plain) {}

    private final CompoundFile file;
    private final CompoundStream locked;
    private final Protection protection;
    private final Session session;

    private ProtectedFile(CompoundFile file, Session session) {
        this.file = file;
        this.session = session;
        refuseRightsManaged(file.root());
        this.locked = stream(LockedPackage.NAME);
        this.protection = EncryptionInfo.read(infoBytes());
    }

    /** Reads everything but the locked package; what stands beside it is told and left behind. */
    static ProtectedFile read(Content content, Session session) {
        ProtectedFile read = new ProtectedFile(CompoundFile.open(content, session.budget(), session::found), session);
        read.tellOthers();
        return read;
    }

    Protection protection() {
        return protection;
    }

    /** The transform of information rights management ([MS-OFFCRYPTO] 2.2.4). */
    private static void refuseRightsManaged(CompoundStorage root) {
        boolean managed = root.storage(DataSpaces.NAME)
                .flatMap(spaces -> spaces.storage(DataSpaces.TRANSFORMS))
                .flatMap(transforms -> transforms.storage("DRMEncryptedTransform"))
                .isPresent();
        if (managed) {
            throw Refusal.of("crypto.rights-managed", "");
        }
    }

    private CompoundStream stream(String name) {
        return file.root().stream(name).orElseThrow(() -> EncryptionInfo.broken("no " + name));
    }

    private byte[] infoBytes() {
        CompoundStream info = stream(EncryptionInfo.NAME);
        if (info.size() > EncryptionInfo.MOST_BYTES) {
            throw EncryptionInfo.broken(info.size() + " bytes");
        }
        return bytes(info);
    }

    private byte[] bytes(CompoundStream stream) {
        try {
            return file.open(stream).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("content has no input errors", e);
        }
    }

    /** Tries the passwords at hand in order, and then the one that everyone knows. */
    Opened open() {
        Set<String> passwords = new LinkedHashSet<>(session.passwords());
        passwords.add(DEFAULT_PASSWORD);
        for (String password : passwords) {
            Optional<PackageKey> key = password.length() > PasswordHash.MOST_UNITS
                    ? Optional.empty()
                    : protection.unlock(password, session.budget());
            if (key.isPresent()) {
                return new Opened(password, open(key.get()));
            }
        }
        throw new PasswordNeeded(protection.describe());
    }

    private Content open(PackageKey key) {
        LockedPackage in = new LockedPackage(file.open(locked), locked.size());
        Sink plain = session.scratch();
        key.open(in, plain, session.budget());
        if (in.excess() > 0) {
            found("crypto.excess", Action.REMOVED, LockedPackage.NAME, Long.toString(in.excess()));
        }
        return plain.finish();
    }

    private void tellOthers() {
        Set<String> own = Set.of(EncryptionInfo.NAME, LockedPackage.NAME, DataSpaces.NAME);
        for (CompoundEntry entry : file.root().entries()) {
            if (own.stream().noneMatch(entry.name()::equalsIgnoreCase)) {
                found("crypto.other-stream", Action.REMOVED, entry.name(), "");
            }
        }
        Optional<CompoundStorage> spaces = file.root().storage(DataSpaces.NAME);
        if (spaces.isEmpty() || !same(spaces.get(), DataSpaces.storage())) {
            found("crypto.data-spaces", Action.CHANGED, DataSpaces.NAME, "");
        }
        if (!protection.integrity()) {
            found("crypto.no-integrity", Action.CHANGED, EncryptionInfo.NAME, "");
        }
        if (protection.otherKeyHolders() > 0) {
            String count = Integer.toString(protection.otherKeyHolders());
            found("crypto.other-key-holder", Action.REMOVED, EncryptionInfo.NAME, count);
        }
    }

    private boolean same(CompoundStorage is, NewEntry.Storage standard) {
        List<NewEntry> left = new ArrayList<>(standard.entries());
        return is.entries().size() == left.size()
                && is.entries().stream().allMatch(entry -> left.removeIf(wanted -> same(entry, wanted)));
    }

    private boolean same(CompoundEntry is, NewEntry standard) {
        if (!is.name().equals(standard.name())) {
            return false;
        }
        return switch (standard) {
            case NewEntry.Storage storage -> is instanceof CompoundStorage other && same(other, storage);
            case NewEntry.Stream stream ->
                is instanceof CompoundStream other
                        && other.size() == stream.content().size()
                        && Arrays.equals(bytes(other), read(stream.content()));
        };
    }

    private static byte[] read(Content content) {
        byte[] bytes = new byte[Math.toIntExact(content.size())];
        content.copy(0, bytes, 0, bytes.length);
        return bytes;
    }

    private void found(String code, Action action, String part, String detail) {
        session.found(Finding.of(code, action, Location.ofPart(part), detail));
    }
}
