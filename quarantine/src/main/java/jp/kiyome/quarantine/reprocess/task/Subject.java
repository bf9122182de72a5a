package jp.kiyome.quarantine.reprocess.task;

import jp.kiyome.core.finding.Untrusted;
import jp.kiyome.quarantine.item.ItemId;
import jp.kiyome.quarantine.item.Kind;

/** What a task is about. */
public sealed interface Subject {

    /** An item of the store. */
    record Stored(ItemId item) implements Subject {}

    /**
     * A file, or a message in one, that is not in the store.
     *
     * @param place absolute path
     * @param start of the first byte
     * @param length bytes; -1 to the end of the file
     */
    record Outside(Kind kind, Untrusted place, Reading reading, long start, long length) implements Subject {

        /** A whole file. */
        public static Outside file(Kind kind, String place, Reading reading) {
            return new Outside(kind, Untrusted.of(place), reading, 0, -1);
        }
    }
}
