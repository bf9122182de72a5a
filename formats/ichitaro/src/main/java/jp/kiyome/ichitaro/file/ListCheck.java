package jp.kiyome.ichitaro.file;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import jp.kiyome.container.cfb.CompoundStorage;
import jp.kiyome.container.cfb.CompoundStream;
import jp.kiyome.ichitaro.raw.In;
import jp.kiyome.ichitaro.raw.Notes;

/** Whether the list of streams that a storage came with says what is there. It is written anew whatever it says. Stateless. */
final class ListCheck {

    private static final int HEADER = 0x90;
    private static final int WORDS = 0x24;
    private static final int RECORD = 0x60;
    private static final int NAME = 64;

    private ListCheck() {}

    static void check(byte[] list, CompoundStorage storage, boolean whole, Notes notes) {
        if (!isTrue(list, storage, whole, notes)) {
            notes.changed("ichitaro.stream-list", "");
        }
    }

    private static boolean isTrue(byte[] list, CompoundStorage storage, boolean whole, Notes notes) {
        if (list.length < HEADER || (list.length - HEADER) % RECORD != 0) {
            return false;
        }
        In in = new In(list, notes);
        boolean head = in.ascii(8).equals("VDA_DOC\0");
        in.take(10);
        int count = (list.length - HEADER) / RECORD;
        head &= (in.u8() | in.u8() << 8) == count;
        in.take(WORDS - 20);
        boolean same = head && isZero(in.take(HEADER - WORDS));
        Set<String> named = new HashSet<>();
        for (int i = 0; i < count; i++) {
            same &= line(in.part(RECORD), storage, named);
        }
        long listed = storage.entries().stream()
                .filter(entry -> !entry.name().startsWith("\u0004JSRV_"))
                .count();
        return same && (!whole || named.size() == listed);
    }

    private static boolean line(In in, CompoundStorage storage, Set<String> named) {
        String padded = new String(in.take(NAME), StandardCharsets.UTF_16LE);
        int end = padded.indexOf('\0');
        String name = end < 0 ? padded : padded.substring(0, end);
        boolean clean = end < 0 || padded.chars().skip(end).allMatch(unit -> unit == 0);
        clean &= in.u32() == 0;
        int size = in.littleEndianCount(0xFFFF_FFFFL);
        in.u32();
        boolean there = storage.storage(name).isPresent()
                || storage.stream(name)
                        .map(CompoundStream::size)
                        .filter(bytes -> bytes == size)
                        .isPresent();
        return clean && there && named.add(name) && isZero(in.take(in.left()));
    }

    private static boolean isZero(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }
}
