package jp.kiyome.office.xls;

import java.util.List;
import java.util.Optional;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.crypto.rc4.Keystream;
import jp.kiyome.office.crypto.rc4.KnownPasswords;
import jp.kiyome.office.crypto.rc4.Rc4Lock;
import jp.kiyome.office.crypto.rc4.Rc4Protection;
import jp.kiyome.office.crypto.rc4.XorKey;
import jp.kiyome.office.xls.biff.RecordInput;
import jp.kiyome.office.xls.biff.RecordReader;

/**
 * The lock of a workbook ([MS-XLS] 2.2.10, 2.4.117 FilePass): data of records are locked where they stand, numbers and sizes are not.
 *
 * <p>Memory: the whole stream once more.
 */
final class FilePass {

    private static final int RC4 = 1;
    private static final int BLOCK = 1024;
    private static final int MOST_BYTES = 1 << 30;
    private static final int INTERFACE = 0x00E1;
    private static final int REVISIONS = 0x0138;
    private static final int FILE_LOCK = 0x0195;
    private static final int USERS = 0x0194;

    /** A stream that stands open, and what opened it. */
    record Opened(Content plain, String password, boolean current, String algorithm) {}

    /** Opens what is locked in place. */
    @FunctionalInterface
    private interface Key {
        void open(byte[] stream, int from, int to, int record);
    }

    private FilePass() {}

    /** The lock of a stream, opened; empty where it has none. */
    static Optional<Opened> open(Content stream, Session session) {
        RecordReader reader = new RecordReader(stream, 0);
        while (reader.next() && reader.id() != Biff.BOUND_SHEET && reader.id() != Biff.EOF) {
            if (reader.id() == Biff.FILE_PASS) {
                return Optional.of(open(reader.data(), stream, session));
            }
        }
        return Optional.empty();
    }

    private static Opened open(RecordInput in, Content stream, Session session) {
        if (stream.size() > MOST_BYTES) {
            throw Refusal.of("xls.lock", stream.size() + " bytes");
        }
        byte[] bytes = new byte[(int) stream.size()];
        stream.copy(0, bytes, 0, bytes.length);
        if (in.u16() != RC4) {
            int key = in.u16();
            int verifier = in.u16();
            KnownPasswords.Opened<XorKey> opened = KnownPasswords.tryAll(
                            session, password -> XorKey.ofWorkbook(password, key, verifier))
                    .orElseThrow(() -> new PasswordNeeded("XOR"));
            each(bytes, (data, from, to, size) -> opened.key().workbook(data, from, to, (long) from + size));
            return new Opened(HeapContent.of(bytes), opened.password(), false, "XOR");
        }
        Rc4Protection protection = Rc4Protection.read(in.rest());
        KnownPasswords.Opened<Keystream> opened = KnownPasswords.tryAll(session, protection::unlock)
                .orElseThrow(() -> new PasswordNeeded(protection.describe()));
        each(bytes, (data, from, to, size) -> opened.key().stream(data, from, to, BLOCK));
        return new Opened(HeapContent.of(bytes), opened.password(), protection.current(), protection.describe());
    }

    /** Goes over the data of all records that are locked. */
    private static void each(byte[] stream, Key key) {
        int at = 0;
        while (at <= stream.length - 4) {
            int id = number(stream, at);
            int size = number(stream, at + 2);
            int from = at + 4;
            if (size > stream.length - from) {
                return;
            }
            if (locked(id)) {
                // Where a sheet begins stands open, for programs that only look for it.
                int skipped = id == Biff.BOUND_SHEET ? Math.min(4, size) : 0;
                key.open(stream, from + skipped, from + size, size);
            }
            at = from + size;
        }
    }

    private static boolean locked(int id) {
        return switch (id) {
            case Biff.BOF, Biff.FILE_PASS, INTERFACE, REVISIONS, FILE_LOCK, USERS -> false;
            default -> true;
        };
    }

    private static int number(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    /** The data of a FilePass record that is filled in by {@link #lock}. */
    static byte[] placeholder() {
        return data(Rc4Lock.of("", List.of()));
    }

    private static byte[] data(Rc4Lock lock) {
        byte[] header = lock.header();
        byte[] data = new byte[2 + header.length];
        data[0] = RC4;
        System.arraycopy(header, 0, data, 2, header.length);
        return data;
    }

    /**
     * Locks a stream.
     *
     * @param at where in it the data of its FilePass record stand
     */
    static Content lock(Content plain, int at, String password) {
        byte[] bytes = new byte[Math.toIntExact(plain.size())];
        plain.copy(0, bytes, 0, bytes.length);
        Rc4Lock lock = Rc4Lock.of(password, List.of(bytes));
        byte[] data = data(lock);
        System.arraycopy(data, 0, bytes, at, data.length);
        each(bytes, (stream, from, to, size) -> lock.keystream().stream(stream, from, to, BLOCK));
        return HeapContent.of(bytes);
    }
}
