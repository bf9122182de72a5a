package jp.kiyome.office.ppt;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.content.HeapContent;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.PasswordNeeded;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.spi.Session;
import jp.kiyome.office.crypto.rc4.Keystream;
import jp.kiyome.office.crypto.rc4.KnownPasswords;
import jp.kiyome.office.crypto.rc4.Rc4Protection;
import jp.kiyome.office.lock.OutputLock;
import jp.kiyome.office.record.Numbers;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.RecordHead;

/**
 * The streams of a presentation, open ([MS-PPT] 2.3.7): each object is locked with its own number, each picture piece by piece.
 *
 * @param password that opened it; empty where it was open
 */
record Unlocked(Content stream, Content pictures, Optional<String> password) {

    /** Only what is locked is copied, and that much at most. */
    private static final int LONGEST = 1 << 28;

    /** @throws PasswordNeeded when no password at hand opens it */
    static Unlocked of(Content stream, Content pictures, Edits edits, Session session) {
        if (edits.encryption().isEmpty()) {
            return new Unlocked(stream, pictures, Optional.empty());
        }
        RawRecord description = edits.object(stream, edits.encryption().get())
                .filter(raw -> raw.type() == PptType.ENCRYPTION)
                .orElseThrow(() -> Refusal.of("crypto.info", "CryptSession10Container"));
        Rc4Protection protection = Rc4Protection.read(description.bytes());
        KnownPasswords.Opened<Keystream> opened = KnownPasswords.tryAll(session, protection::unlock)
                .orElseThrow(() -> new PasswordNeeded(protection.describe()));
        Optional<String> password = OutputLock.of(Optional.of(opened.password()), session);
        if (!protection.current() && password.isPresent()) {
            session.found(Finding.of("rc4.re-encrypted", Action.CHANGED, Location.wholeFile(), protection.describe()));
        }
        return new Unlocked(objects(stream, edits, opened.key()), pictures(pictures, opened.key()), password);
    }

    private static byte[] copy(Content content) {
        if (content.size() > LONGEST) {
            throw Refusal.of("crypto.unsupported", content.size() + " bytes");
        }
        byte[] bytes = new byte[(int) content.size()];
        content.copy(0, bytes, 0, bytes.length);
        return bytes;
    }

    private static Content objects(Content stream, Edits edits, Keystream keys) {
        byte[] bytes = copy(stream);
        byte[] open = bytes.clone();
        Map<Long, Integer> byPlace = new TreeMap<>();
        edits.offsets().forEach((number, at) -> byPlace.put(at, number));
        byPlace.forEach((at, number) -> {
            if (!edits.encryption().equals(Optional.of(number)) && at <= bytes.length - RecordHead.SIZE) {
                object(bytes, open, at.intValue(), number, keys);
            }
        });
        return HeapContent.of(open);
    }

    private static void object(byte[] locked, byte[] open, int at, int number, Keystream keys) {
        byte[] head = java.util.Arrays.copyOfRange(locked, at, at + RecordHead.SIZE);
        keys.block(number, head, 0, head.length);
        long end = at + RecordHead.SIZE + Numbers.u32(head, 4);
        if (end <= locked.length) {
            System.arraycopy(locked, at, open, at, (int) end - at);
            keys.block(number, open, at, (int) end);
        }
    }

    private static Content pictures(Content pictures, Keystream keys) {
        byte[] bytes = copy(pictures);
        for (int at = 0; at >= 0 && at < bytes.length; ) {
            at = PictureLock.open(keys, bytes, at);
        }
        return HeapContent.of(bytes);
    }
}
