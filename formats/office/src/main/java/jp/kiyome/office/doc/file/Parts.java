package jp.kiyome.office.doc.file;

import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.crypto.rc4.Keystream;
import jp.kiyome.office.crypto.rc4.Rc4Protection;
import jp.kiyome.office.crypto.rc4.XorKey;
import jp.kiyome.office.doc.raw.In;
import jp.kiyome.office.ole.OleDocument;
import jp.kiyome.office.ole.OlePasswords;

/**
 * The streams of a document, opened where they were locked ([MS-DOC] 2.2.6).
 *
 * @param password that opened them; empty where nothing was locked
 * @param current whether they were locked as they will be again
 */
// Nobody compares two of them.
@SuppressWarnings("ArrayRecordComponent")
public record Parts(
        Fib fib, byte[] word, byte[] table, byte[] data, Optional<String> password, boolean current, String lock) {

    /** The same, as though nothing had been locked. */
    public Parts withoutLock() {
        return new Parts(fib, word, table, data, Optional.empty(), true, "");
    }

    /** Bytes at the beginning of WordDocument that no lock covers (2.2.6.1 to 2.2.6.3). */
    static final int OPEN = 68;

    /** Bytes that RC4 takes one key for. */
    static final int BLOCK = 512;

    private static final int FLAGS = 10;
    private static final int KEY = 14;
    private static final String WORD = "WordDocument";

    /** What opened the streams. */
    private record Opened(String password, boolean current, String lock) {}

    public static Parts read(OleDocument file, Session session) {
        byte[] word = bytes(file.stream(WORD));
        In head = In.of(word, FLAGS, KEY + 4L - FLAGS, WORD);
        int flags = head.u16();
        head.skip(2);
        int key = head.i32();
        byte[] table = bytes(file.stream((flags & Fib.WHICH_TABLE) != 0 ? "1Table" : "0Table"));
        byte[] data = file.optional("Data").map(Parts::bytes).orElseGet(() -> new byte[0]);
        Optional<Opened> opened = Optional.empty();
        if ((flags & Fib.ENCRYPTED) != 0) {
            opened = Optional.of(
                    (flags & Fib.OBFUSCATED) != 0
                            ? xor(key, word, table, data, session)
                            : rc4(key, word, table, data, session));
        }
        return new Parts(
                Fib.read(word, session),
                word,
                table,
                data,
                opened.map(Opened::password),
                opened.map(Opened::current).orElse(true),
                opened.map(Opened::lock).orElse(""));
    }

    private static Opened xor(int verifier, byte[] word, byte[] table, byte[] data, Session session) {
        for (String password : OlePasswords.toTry(session)) {
            Optional<XorKey> key = XorKey.ofDocument(password, verifier);
            if (key.isPresent()) {
                key.get().document(word, Math.min(OPEN, word.length), word.length);
                key.get().document(table, 0, table.length);
                key.get().document(data, 0, data.length);
                return new Opened(password, false, "XOR");
            }
        }
        throw new PasswordNeeded("XOR");
    }

    private static Opened rc4(int header, byte[] word, byte[] table, byte[] data, Session session) {
        Rc4Protection protection =
                Rc4Protection.read(In.of(table, 0, header, "Table").bytes(header));
        for (String password : OlePasswords.toTry(session)) {
            Optional<Keystream> key = password.length() > 255 ? Optional.empty() : protection.unlock(password);
            if (key.isPresent()) {
                key.get().stream(word, Math.min(OPEN, word.length), word.length, BLOCK);
                key.get().stream(table, header, table.length, BLOCK);
                key.get().stream(data, 0, data.length, BLOCK);
                return new Opened(password, protection.current(), protection.describe());
            }
        }
        throw new PasswordNeeded(protection.describe());
    }

    private static byte[] bytes(Content content) {
        byte[] bytes = new byte[Math.toIntExact(content.size())];
        content.copy(0, bytes, 0, bytes.length);
        return bytes;
    }
}
