package jp.kiyome.approval.release;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.approval.person.Person;
import jp.kiyome.approval.request.Bond;
import jp.kiyome.approval.request.No;
import jp.kiyome.approval.request.Request;
import jp.kiyome.approval.request.RequestId;
import jp.kiyome.approval.request.Requests;
import jp.kiyome.approval.request.Wanted;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.Workspace;
import jp.kiyome.core.name.CleanName;
import jp.kiyome.core.report.Digest;
import jp.kiyome.core.type.FileType;
import jp.kiyome.quarantine.blob.Area;
import jp.kiyome.quarantine.item.Conclusion;
import jp.kiyome.quarantine.item.Item;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Kind;
import jp.kiyome.quarantine.item.Organisation;
import jp.kiyome.quarantine.item.Part;
import jp.kiyome.quarantine.item.State;
import jp.kiyome.quarantine.store.Store;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;

/** Hands files out, each time with a record in the trail. Threads share it. */
public final class Release {

    private static final int BUFFER = 1 << 16;

    private final Store store;
    private final Requests requests;

    public Release(Store store, Requests requests) {
        this.store = store;
        this.requests = requests;
    }

    /**
     * A file to be handed out.
     *
     * @param name that says what the file is, and that every system can store
     * @param content closed by whoever takes it
     */
    public record File(String name, InputStream content) {}

    /** Whether somebody may fetch what was made of an item of theirs without asking anybody. */
    public boolean isFree(Person person, Item item) {
        if (Bond.of(item).output().isEmpty()) {
            return false;
        }
        return switch (item.state()) {
            // A mail may still be held: it is free once the gateway has delivered it.
            case REBUILT -> item.arrival().kind() == Kind.FILE;
            // Held once, it was handed to whoever asked; the others have to ask too.
            case DELIVERED -> requests.of(person, item.id()).stream().noneMatch(Request::leads);
            case RECEIVED,
                    PROCESSING,
                    BLOCKED,
                    LOCKED,
                    FAILED,
                    HELD,
                    REQUESTED,
                    APPROVED,
                    RETURNED,
                    DENIED,
                    EXPIRED,
                    ERASED -> false;
        };
    }

    /** What was made of an item of one's own, which nothing holds. */
    public File cleaned(Person person, ItemId id) throws IOException {
        Item item = own(person, id);
        if (!isFree(person, item)) {
            throw new No(No.Why.WRONG_STATE);
        }
        File file = open(person, item, "own");
        // A mail was delivered by the gateway; a file is by being fetched.
        if (item.state() == State.REBUILT) {
            store.items().move(person.organisation(), person.actor(), id, State.DELIVERED, "fetched");
        }
        return file;
    }

    /** Files inside a mail that can be fetched one by one, where the mail itself is free: those attached, not what somebody wrote. */
    public static List<Part> attached(Item item) {
        Optional<Part> root = item.conclusion().map(Conclusion::root);
        return root
                .filter(whole ->
                        item.arrival().kind() == Kind.MAIL && whole.output().isPresent())
                .stream()
                .flatMap(whole -> whole.nested().stream())
                .filter(part -> part.output().isPresent()
                        && !part.type().equals(root.orElseThrow().type()))
                .filter(part -> !part.name().unescaped().matches("body-[0-9]+\\.[a-z]+"))
                .toList();
    }

    /**
     * A file attached to a mail of one's own, as it stands in what was made of the mail: with the hash that the report names, or not at
     * all.
     *
     * @param path as in {@link Part#path}
     */
    public File attached(Person person, Item item, String path) throws IOException {
        if (!person.owns(item) || !isFree(person, item)) {
            throw new No(No.Why.WRONG_STATE);
        }
        Part part = attached(item).stream()
                .filter(one -> one.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new No(No.Why.NO_SUCH_PART));
        String sha256 = part.output().orElseThrow().sha256();
        Workspace workspace = Workspace.inTempDirectory();
        try (InputStream mail = open(person, item, "attachment " + path).content()) {
            Content found = new RebuiltMail(mail, workspace)
                    .first(leaf -> Digest.of(leaf.content()).sha256().equals(sha256))
                    .orElseThrow(() -> new No(No.Why.NO_SUCH_PART))
                    .content();
            return new File(name(part.outputName().unescaped()), new Closing(found.stream(), workspace));
        } catch (IOException | RuntimeException e) {
            workspace.close();
            throw e;
        }
    }

    /** Bytes of a workspace, which is closed with them. */
    private static final class Closing extends FilterInputStream {

        private final Workspace workspace;

        Closing(InputStream bytes, Workspace workspace) {
            super(bytes);
            this.workspace = workspace;
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                workspace.close();
            }
        }
    }

    /** What was made of an item, by an approved request of one's own. */
    public File sanitized(Person person, RequestId id) throws IOException {
        Request request = requests.insistApproved(person, id, Wanted.SANITIZED);
        return open(person, own(person, request.item()), "request " + id);
    }

    private File open(Person person, Item item, String why) throws IOException {
        var root = item.conclusion().orElseThrow().root();
        InputStream content = store.blobs()
                .open(
                        person.organisation(),
                        person.actor(),
                        item.id(),
                        Area.CLEANED,
                        root.output().orElseThrow().sha256(),
                        why);
        return new File(name(root.outputName().unescaped()), content);
    }

    /**
     * Opens an original, by an approved request of one's own.
     *
     * @return with the name that the ZIP file gets
     */
    public File original(Person person, RequestId id) throws IOException {
        Request request = requests.insistApproved(person, id, Wanted.ORIGINAL);
        Item item = own(person, request.item());
        InputStream content = store.blobs()
                .open(
                        person.organisation(),
                        person.actor(),
                        item.id(),
                        Area.ORIGINAL,
                        item.original().sha256(),
                        "request " + id);
        return new File(nameOf(item), content);
    }

    /** Writes an original as the one member of a ZIP file under AES-256 (WinZip's AE-2): nothing opens it by accident. */
    public static void zip(File original, String password, OutputStream to) throws IOException {
        ZipParameters member = new ZipParameters();
        member.setFileNameInZip(original.name());
        member.setCompressionMethod(CompressionMethod.DEFLATE);
        member.setEncryptFiles(true);
        member.setEncryptionMethod(EncryptionMethod.AES);
        member.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
        try (InputStream in = original.content();
                ZipOutputStream zip = new ZipOutputStream(to, password.toCharArray())) {
            zip.putNextEntry(member);
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                zip.write(buffer, 0, read);
            }
            zip.closeEntry();
        }
    }

    /** A mail has a subject, which is no name. */
    private static String nameOf(Item item) {
        return switch (item.arrival().kind()) {
            case MAIL -> "original.eml";
            case FILE -> name(item.arrival().title().unescaped());
        };
    }

    private static String name(String raw) {
        return CleanName.of(raw, Set.of(), Optional.<FileType>empty()).name();
    }

    private Item own(Person person, ItemId id) {
        Organisation organisation = person.organisation();
        return store.items()
                .find(organisation, id)
                .filter(person::owns)
                .orElseThrow(() -> new No(No.Why.NOTHING_THERE));
    }
}
