package jp.kiyome.office.ppt;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.kiyome.core.content.Content;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.Budget;
import jp.kiyome.office.record.NumberReader;
import jp.kiyome.office.record.RawRecord;
import jp.kiyome.office.record.RecordHead;

/**
 * Where the objects of a presentation stand, as the newest of its edits has them ([MS-PPT] 2.1.2, 2.3.3 to 2.3.6). Immutable.
 *
 * @param offsets of objects by their number
 * @param document the number of the document
 * @param encryption the number of the description of a lock
 * @param count how many edits the file holds
 * @param used the bytes that the edits themselves take
 */
record Edits(Map<Integer, Long> offsets, int document, Optional<Integer> encryption, int count, Coverage used) {

    private static final int MOST_EDITS = 10_000;
    private static final int MOST_OBJECTS = 1 << 20;

    Edits {
        offsets = Map.copyOf(offsets);
    }

    /** One edit, as its record says. */
    private record Edit(long before, long directory, int document, Optional<Integer> encryption) {

        static Edit read(Content stream, long at, Coverage used) {
            RawRecord raw = expect(stream, at, PptType.USER_EDIT);
            used.add(raw);
            NumberReader in = new NumberReader(raw.bytes());
            in.skip(8);
            long before = Integer.toUnsignedLong(in.i32());
            long directory = Integer.toUnsignedLong(in.i32());
            int document = in.i32();
            in.skip(8);
            if (!in.ok()) {
                throw broken("UserEditAtom");
            }
            Optional<Integer> encryption = in.remaining() >= 4 ? Optional.of(in.i32()) : Optional.empty();
            return new Edit(before, directory, document, encryption);
        }
    }

    /**
     * Follows the edits from the newest to the oldest.
     *
     * @throws Refusal {@code ppt.edit-loop} or {@code ppt.structure}
     */
    static Edits read(Content stream, long newest, Budget budget) {
        Map<Integer, Long> offsets = new HashMap<>();
        Set<Long> seen = new HashSet<>();
        Coverage used = new Coverage();
        Edit last = Edit.read(stream, newest, used);
        for (long at = newest; at != 0; ) {
            if (!seen.add(at) || seen.size() > MOST_EDITS) {
                throw Refusal.of("ppt.edit-loop", Integer.toString(seen.size()));
            }
            budget.checkTime();
            Edit edit = Edit.read(stream, at, used);
            directory(stream, edit.directory(), offsets, used);
            at = edit.before();
        }
        return new Edits(offsets, last.document(), last.encryption(), seen.size(), used);
    }

    /** Takes the objects that no newer edit has (2.3.5). */
    private static void directory(Content stream, long at, Map<Integer, Long> offsets, Coverage used) {
        RawRecord raw = expect(stream, at, PptType.PERSIST_DIRECTORY);
        used.add(raw);
        NumberReader in = new NumberReader(raw.bytes());
        Map<Integer, Long> here = new HashMap<>();
        while (in.remaining() >= 4) {
            int entry = in.i32();
            int first = entry & 0xF_FFFF;
            int count = entry >>> 20;
            for (int i = 0; i < count && in.has(1, 4); i++) {
                here.put(first + i, Integer.toUnsignedLong(in.i32()));
            }
        }
        here.forEach(offsets::putIfAbsent);
        if (!in.ok() || offsets.size() > MOST_OBJECTS) {
            throw broken("PersistDirectoryAtom");
        }
    }

    private static RawRecord expect(Content stream, long at, int type) {
        RawRecord raw = RawRecord.at(stream, at);
        if (raw.type() != type) {
            throw broken("record " + type + " at " + at);
        }
        return raw;
    }

    /** An object; empty where its place holds none. */
    Optional<RawRecord> object(Content stream, int number) {
        Long at = offsets.get(number);
        return at == null || at > stream.size() - RecordHead.SIZE
                ? Optional.empty()
                : Optional.of(RawRecord.at(stream, at));
    }

    private static Refusal broken(String what) {
        return Refusal.of("ppt.structure", what);
    }
}
