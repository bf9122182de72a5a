package jp.kiyome.container.cfb;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A storage: the folder of compound files.
 *
 * @param classId the class of the object inside; all zero for none
 * @param entries in the order of the format ([MS-CFB] 2.6.4); no two have one name, whatever the case
 */
public record CompoundStorage(String name, UUID classId, List<CompoundEntry> entries) implements CompoundEntry {

    public CompoundStorage {
        entries = List.copyOf(entries);
    }

    /** The stream of this name in any case, as programs look it up; empty too when the name is a storage's. */
    public Optional<CompoundStream> stream(String wanted) {
        return entry(wanted).filter(CompoundStream.class::isInstance).map(CompoundStream.class::cast);
    }

    /** The storage of this name in any case, as programs look it up; empty too when the name is a stream's. */
    public Optional<CompoundStorage> storage(String wanted) {
        return entry(wanted).filter(CompoundStorage.class::isInstance).map(CompoundStorage.class::cast);
    }

    private Optional<CompoundEntry> entry(String wanted) {
        return entries.stream()
                .filter(entry -> NameOrder.INSTANCE.compare(entry.name(), wanted) == 0)
                .findFirst();
    }
}
