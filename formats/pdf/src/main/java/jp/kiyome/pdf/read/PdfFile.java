package jp.kiyome.pdf.read;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.pdf.cos.Cos;
import jp.kiyome.pdf.cos.Malformed;
import jp.kiyome.pdf.crypt.Decryptor;
import jp.kiyome.pdf.crypt.StandardSecurity;
import jp.kiyome.pdf.filter.StreamTrouble;

/**
 * A file opened: its objects, whatever state its tables are in. What the newest tables say counts where they are right; objects that
 * do not stand where they should are searched for in the whole file. Not thread-safe.
 */
// The order of the keys matters.
@SuppressWarnings("NonApiType")
public final class PdfFile {

    /** The specification names fourteen in the dictionary, and five in a filter of it. */
    private static final int MOST_CRYPT_ENTRIES = 64;

    private final Objects objects;
    private final Xref xref;
    private final String password;
    private final boolean encrypted;
    private final boolean partly;
    private boolean searched;

    private PdfFile(Content content, long header, Budget budget, List<String> passwords, StreamTrouble trouble) {
        this.objects = new Objects(content, budget, trouble);
        Optional<Xref> tables = new XrefReader(content, header, objects).read();
        Optional<Cos.Dict> catalogue = Optional.empty();
        Xref known = new Xref();
        Opened opened = new Opened(Decryptor.NONE, "", false, false);
        if (tables.isPresent()) {
            known = tables.get();
            objects.use(known, Decryptor.NONE);
            objects.mendWith(wrong -> searched(content, budget, wrong, Optional.empty()));
            opened = opened(known, passwords);
            Decryptor key = opened.decryptor;
            objects.use(known, key);
            objects.mendWith(wrong -> searched(content, budget, wrong, Optional.of(key)));
            catalogue = catalogue(known);
        }
        if (catalogue.isEmpty()) {
            searched = true;
            Search search = new Search(content, objects, budget);
            known = search.direct();
            objects.mendWith(same -> same);
            search.dictionaries();
            objects.use(known, Decryptor.NONE);
            opened = opened(known, passwords);
            objects.use(known, opened.decryptor);
            search.compressed();
            objects.use(known, opened.decryptor);
            if (catalogue(known).isEmpty()) {
                throw Malformed.because("no catalogue");
            }
        }
        this.xref = known;
        this.password = opened.password;
        this.encrypted = opened.encrypted;
        this.partly = opened.partly;
    }

    private record Opened(Decryptor decryptor, String password, boolean encrypted, boolean partly) {}

    /**
     * Finds the tables or searches for them, and opens the encryption, if any.
     *
     * @param header where {@code %PDF-} stands; offsets may be counted from there
     * @param passwords to try where the file asks for one, in order
     * @param trouble told when a stream's data is not as it should be
     * @throws jp.kiyome.core.finding.PasswordNeeded where none of them opens it
     * @throws jp.kiyome.core.finding.Refusal where no catalogue can be found, or the encryption is none of 7.6.4
     */
    public static PdfFile open(
            Content content, long header, Budget budget, List<String> passwords, StreamTrouble trouble) {
        return new PdfFile(content, header, budget, passwords, trouble);
    }

    public Objects objects() {
        return objects;
    }

    public Cos.Dict trailer() {
        return xref.trailer;
    }

    /** Saves that the tables know of. */
    public int revisions() {
        return xref.revisions;
    }

    /** Whether the tables were missing or wrong. */
    public boolean searched() {
        return searched;
    }

    public boolean encrypted() {
        return encrypted;
    }

    /** Whether some of an encrypted file was not encrypted, or in another way than the rest. */
    public boolean partlyEncrypted() {
        return encrypted && (partly || objects.leftPlain());
    }

    /** The password without which nobody can open the file; empty where anyone can. */
    public String password() {
        return password;
    }

    /** How many objects the tables name that are neither free nor containers of others. */
    public int objectsInUse() {
        int count = 0;
        for (var entry : xref.entries.entrySet()) {
            boolean container = xref.containers.contains(entry.getKey());
            count += entry.getValue() instanceof Entry.Free || container ? 0 : 1;
        }
        return count;
    }

    private Optional<Cos.Dict> catalogue(Xref known) {
        return Cos.dict(objects.resolve(known.trailer.get("Root"))).filter(root -> root.has("Pages"));
    }

    private Opened opened(Xref known, List<String> passwords) {
        if (!(objects.resolve(known.trailer.get("Encrypt")) instanceof Cos.Dict encrypt)) {
            return new Opened(Decryptor.NONE, "", false, false);
        }
        byte[] id = objects.resolve(known.trailer.get("ID")) instanceof Cos.Arr ids
                        && objects.resolve(ids.get(0)) instanceof Cos.Str first
                ? first.toBytes()
                : new byte[0];
        StandardSecurity.Opened opened = new StandardSecurity(direct(encrypt, 2), id).open(passwords);
        return new Opened(opened.decryptor(), opened.password(), true, opened.partly());
    }

    /** The encryption dictionary with its crypt filters (7.6.6), and the dictionaries in these, all direct. */
    private Cos.Dict direct(Cos.Dict dict, int depth) {
        if (dict.entries().size() > MOST_CRYPT_ENTRIES) {
            throw Malformed.tooMuch(
                    "an encryption dictionary of " + dict.entries().size() + " entries");
        }
        TreeMap<String, Cos> entries = new TreeMap<>();
        dict.entries().forEach((key, value) -> {
            Cos found = objects.resolve(value);
            entries.put(key, found instanceof Cos.Dict inner && depth > 0 ? direct(inner, depth - 1) : found);
        });
        return new Cos.Dict(entries);
    }

    /** Keeps what the tables say where it is right, and adds what a search finds for the rest. Searches once. */
    private Xref searched(Content content, Budget budget, Xref wrong, Optional<Decryptor> key) {
        searched = true;
        objects.mendWith(same -> same);
        Search search = new Search(content, objects, budget);
        Xref found = search.direct();
        if (key.isPresent()) {
            search.dictionaries();
            objects.use(found, key.get());
            search.compressed();
        }
        wrong.entries.forEach((number, entry) -> {
            boolean right = entry instanceof Entry.At at
                    && objects.plainAt(at.offset())
                            .filter(o -> o.number() == number)
                            .isPresent();
            Entry better = right ? entry : found.entries.getOrDefault(number, new Entry.Free());
            wrong.entries.replace(number, better);
        });
        objects.use(wrong, key.orElse(Decryptor.NONE));
        return wrong;
    }
}
