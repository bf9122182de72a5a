package jp.kiyome.container.cfb;

import java.util.List;
import java.util.UUID;
import jp.kiyome.core.content.Content;

/** What a {@link WrittenCompound} is made of. */
public sealed interface NewEntry {

    /** 1 to 31 UTF-16 units without {@code / \ : !}. */
    String name();

    /** A stream with its bytes. */
    record Stream(String name, Content content) implements NewEntry {}

    /**
     * A storage.
     *
     * @param entries in any order; no two of one name, whatever the case
     */
    record Storage(String name, UUID classId, List<NewEntry> entries) implements NewEntry {

        /** The class of a storage that has none. */
        public static final UUID NO_CLASS = new UUID(0, 0);

        public Storage {
            entries = List.copyOf(entries);
        }

        public static Storage of(String name, NewEntry... entries) {
            return new Storage(name, NO_CLASS, List.of(entries));
        }
    }
}
