package jp.kiyome.office.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.kiyome.container.cfb.CompoundFile;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Sink;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.core.policy.PolicyOption;
import jp.kiyome.core.spi.Handler;
import jp.kiyome.core.spi.Nested;
import jp.kiyome.core.spi.OutputNotClean;
import jp.kiyome.core.spi.Session;
import jp.kiyome.core.type.FileType;
import jp.kiyome.office.lock.OutputLock;
import jp.kiyome.office.ooxml.OoxmlHandler;

/**
 * Rebuilds Office Open XML files that a password locks: opens them, sends what is inside the whole way, and locks the result
 * again with the same password, or leaves it open where the policy says so. Threads may share it.
 *
 * <p>Source: [MS-OFFCRYPTO] 2.3.4.
 */
public final class ProtectedOoxmlHandler implements Handler {

    /** A compound file whatever is locked in it, so it may have the name of each of them. */
    static final FileType TYPE = FileType.of(
            "ooxml-protected",
            "application/x-ole-storage",
            "docx",
            "dotx",
            "docm",
            "dotm",
            "xlsx",
            "xltx",
            "xlsm",
            "xltm",
            "pptx",
            "potx",
            "ppsx",
            "pptm",
            "potm",
            "ppsm",
            "xlam",
            "ppam",
            "xlsb");

    /** Made when the first locked file comes, for its lists take time to load. */
    private static final class Inside {
        static final OoxmlHandler HANDLER = new OoxmlHandler();
        static final Set<String> TYPES =
                HANDLER.types().stream().map(FileType::id).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public List<FileType> types() {
        return List.of(TYPE);
    }

    @Override
    public List<PolicyOption> options() {
        return List.of(OutputLock.OPTION);
    }

    @Override
    public Optional<FileType> recognize(Content content, Budget budget) {
        return CompoundFile.rootNames(content, budget)
                .filter(names -> names.stream().anyMatch(LockedPackage.NAME::equalsIgnoreCase))
                .map(names -> TYPE);
    }

    @Override
    public void rebuild(FileType type, Content content, Sink out, Session session) {
        ProtectedFile file = ProtectedFile.read(content, session);
        ProtectedFile.Opened opened = file.open();
        Nested.Clean clean = clean(opened.plain(), session);
        if (OutputLock.opens(session)) {
            session.converts(clean.type());
            copy(clean.content(), out);
            return;
        }
        session.holds(clean.type());
        Content locked = Locking.lock(clean.content(), opened.password(), session);
        tell(file.protection(), opened.password(), !same(locked, content), session);
        copy(locked, out);
    }

    @Override
    public void verify(FileType type, Content output, Session session) {
        ProtectedFile.Opened opened = ProtectedFile.read(output, session).open();
        Nested.Clean clean = clean(opened.plain(), session);
        if (!same(Locking.lock(clean.content(), opened.password(), session), output)) {
            throw new OutputNotClean("locked again it has other bytes");
        }
    }

    private static Nested.Clean clean(Content plain, Session session) {
        String extension = Inside.HANDLER
                .recognize(plain, session.budget())
                .map(type -> "." + type.extensions().getFirst())
                .orElse("");
        return switch (session.child(LockedPackage.NAME + extension, plain, Inside.TYPES)) {
            case Nested.Clean clean -> clean;
            case Nested.Refused refused ->
                throw Refusal.of(refused.reason().code(), Location.ofPart(LockedPackage.NAME), "");
        };
    }

    /** @param changed whether the output has other bytes; where it has not, there is nothing to tell */
    private static void tell(Protection protection, String password, boolean changed, Session session) {
        Location where = Location.ofPart(EncryptionInfo.NAME);
        if (!protection.current()) {
            session.found(Finding.of("crypto.re-encrypted", Action.CHANGED, where, protection.describe()));
        }
        if (changed && password.equals(ProtectedFile.DEFAULT_PASSWORD)) {
            session.found(Finding.of("crypto.default-password", Action.KEPT, where));
        }
    }

    private static boolean same(Content one, Content other) {
        return one.segment().mismatch(other.segment()) < 0;
    }

    private static void copy(Content locked, Sink out) {
        try {
            locked.stream().transferTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException("content has no input errors", e);
        }
    }
}
