package jp.kiyome.approval.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.approval.person.Permission;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.request.Ask;
import jp.kiyome.approval.request.Bond;
import jp.kiyome.approval.request.No;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.core.report.Digest;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Store;

/**
 * What officers do with held items of the groups that they oversee. Everything is checked here once more, inside the transaction that
 * changes it. Threads share it.
 */
public final class Custody {

    /** Bytes of a preview at most. */
    private static final int SHOWN = 64 << 10;

    /** Types that are shown as they are. */
    private static final Set<String> PLAIN = Set.of("txt", "csv", "log", "json");

    private static final Set<State> ERASABLE =
            Set.of(State.BLOCKED, State.LOCKED, State.FAILED, State.HELD, State.RETURNED, State.DENIED);

    private final Store store;

    public Custody(Store store) {
        this.store = store;
    }

    /** Whether somebody may let an item go: what was built of it, to those whose it is, of whom they are not one. */
    public static boolean mayLetGo(Person person, Item item) {
        return item.state() == State.HELD
                && !Bond.of(item).output().isEmpty()
                && !person.owns(item)
                && person.may(Permission.OVERSEE, item.arrival().group());
    }

    public static boolean mayErase(Person person, Item item) {
        return ERASABLE.contains(item.state())
                && person.may(Permission.OVERSEE, item.arrival().group());
    }

    /**
     * Lets what was built of a held item go: those whose it is may fetch it without asking. Somebody else than they says so, and why; the
     * original stays where it is.
     *
     * @throws No when they may not, or it is not held any more
     */
    public void letGo(Person person, ItemId id, String typedReason) {
        Untrusted reason = Ask.reason(typedReason);
        store.ledger().change(person.organisation(), person.actor(), change -> {
            Item item = store.items()
                    .find(change.rows(), id)
                    .filter(one -> person.may(Permission.OVERSEE, one.arrival().group()))
                    .orElseThrow(() -> new No(No.Why.NOTHING_THERE));
            if (person.owns(item)) {
                throw new No(No.Why.OWN_REQUEST);
            }
            if (!mayLetGo(person, item)) {
                throw new No(No.Why.WRONG_STATE);
            }
            for (State next : new State[] {State.REQUESTED, State.APPROVED, State.DELIVERED}) {
                store.items().move(change, id, next, reason.unescaped());
            }
            Bond bond = Bond.of(item);
            change.record(
                    "item.release",
                    id.toString(),
                    Map.of(
                            "original", bond.original(),
                            "output", bond.output(),
                            "policy", bond.policy(),
                            "words", reason.unescaped()));
            return id;
        });
    }

    /** Erases an item before its time; what stays is that it was here, its hash and its trail. */
    public void erase(Person person, Item item, String typedReason) {
        Untrusted reason = Ask.reason(typedReason);
        if (!mayErase(person, item)) {
            throw new No(No.Why.WRONG_STATE);
        }
        store.retention().eraseNow(person.organisation(), person.actor(), item.id(), ERASABLE, reason.unescaped());
    }

    /** Whether what was built of an item can be shown as plain text. */
    public static boolean hasPreview(Item item) {
        return item.state() != State.ERASED
                && item.conclusion()
                        .map(was -> was.root())
                        .filter(root -> root.output().isPresent())
                        .filter(root -> item.arrival().kind() == Kind.MAIL || PLAIN.contains(root.type()))
                        .isPresent();
    }

    /**
     * The text of what was built of an item: of a mail, what somebody has written. The trail says who looked.
     *
     * @return empty when it is no text in UTF-8, or there is none
     */
    public Optional<Untrusted> preview(Person person, Item item) throws IOException {
        if (!hasPreview(item) || !person.may(Permission.OVERSEE, item.arrival().group())) {
            throw new No(No.Why.WRONG_STATE);
        }
        Part root = item.conclusion().orElseThrow().root();
        String sha256 = root.output().map(Digest::sha256).orElseThrow();
        try (InputStream built = store.blobs()
                        .open(person.organisation(), person.actor(), item.id(), Area.CLEANED, sha256, "preview");
                Workspace workspace = Workspace.inTempDirectory()) {
            if (PLAIN.contains(root.type())) {
                return text(built);
            }
            Optional<Content> written = new RebuiltMail(built, workspace)
                    .first(RebuiltMail.Leaf::text)
                    .map(RebuiltMail.Leaf::content);
            return written.isEmpty() ? Optional.empty() : text(written.get().stream());
        }
    }

    /** A sign that is cut at the end of what is shown is left out. */
    private static Optional<Untrusted> text(InputStream bytes) throws IOException {
        byte[] read = bytes.readNBytes(SHOWN);
        int end = read.length;
        while (end > 0 && read.length == SHOWN && (read[end - 1] & 0xC0) == 0x80) {
            end--;
        }
        int length = read.length == SHOWN && end > 0 ? end - 1 : end;
        try {
            return Optional.of(Untrusted.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(read, 0, length))
                    .toString()));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
