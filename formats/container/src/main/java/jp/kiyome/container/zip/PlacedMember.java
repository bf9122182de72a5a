package jp.kiyome.container.zip;

import java.util.Locale;
import java.util.function.Consumer;
import jp.kiyome.core.finding.Action;
import jp.kiyome.core.finding.Finding;
import jp.kiyome.core.finding.Location;
import jp.kiyome.core.finding.Refusal;

/**
 * A member with all that stands about it in the archive.
 *
 * @param whole from its local header to the end of its data or data descriptor
 */
record PlacedMember(ZipMember member, CentralEntry entry, Span whole) implements Placed {

    /** Reads what directory and local header say, refuses what they disagree on, and reports what will not be carried. */
    static PlacedMember read(LittleEndian in, CentralEntry entry, Consumer<Finding> findings) {
        EntryName read = EntryName.read(in, entry);
        String name = read.text().replace('\\', '/');
        NameRules.fault(name).ifPresent(fault -> {
            throw Refusal.of("zip.name", Location.ofPart(read.text()), fault);
        });
        GeneralFlags.require(entry.flags(), name);
        Storage storage = storage(entry, name);
        LocalHeader local = LocalHeader.read(in, entry, name);
        read.requireNoOther(in, entry.name(), entry.extra());
        read.requireNoOther(in, entry.name(), local.extra());
        ZipMember member = new ZipMember(
                name,
                storage,
                entry.compressedSize(),
                entry.size(),
                entry.crc32(),
                entry.headerAt(),
                local.data().at());
        FileKind.require(member, entry.attributes());
        report(in, entry, local, read, findings);
        return new PlacedMember(member, entry, whole(in, entry, local, name));
    }

    @Override
    public String name() {
        return member.name();
    }

    @Override
    public Span data() {
        return new Span(member.dataAt(), member.compressedSize());
    }

    private static Storage storage(CentralEntry entry, String name) {
        for (Storage storage : Storage.values()) {
            if (storage.method() == entry.method()) {
                if (storage == Storage.STORED && entry.size() != entry.compressedSize()) {
                    throw Refusal.of("zip.size", Location.ofPart(name), "stored");
                }
                return storage;
            }
        }
        throw Refusal.of("zip.method", Location.ofPart(name), Integer.toString(entry.method()));
    }

    static Span whole(LittleEndian in, CentralEntry entry, LocalHeader local, String name) {
        long dataEnd = local.data().end();
        long descriptor =
                GeneralFlags.hasDescriptor(entry.flags()) ? DataDescriptor.length(in, dataEnd, entry, name) : 0;
        return new Span(entry.headerAt(), dataEnd + descriptor - entry.headerAt());
    }

    private static void report(
            LittleEndian in, CentralEntry entry, LocalHeader local, EntryName read, Consumer<Finding> findings) {
        Location where = Location.ofPart(read.text());
        if (read.guessed()) {
            findings.accept(Finding.of("zip.name-charset", Action.CHANGED, where));
        }
        if (read.text().contains("\\")) {
            findings.accept(Finding.of("zip.backslash", Action.CHANGED, where));
        }
        if (!entry.comment().isEmpty()) {
            findings.accept(Finding.of("zip.comment", Action.REMOVED, where));
        }
        if (tells(entry.time()) || tells(local.time())) {
            findings.accept(Finding.of("zip.time", Action.REMOVED, Location.wholeFile()));
        }
        entry.extra().telling(in).forEach(id -> findings.accept(extraField(id)));
        local.extra().telling(in).forEach(id -> findings.accept(extraField(id)));
    }

    /** A time that is neither absent nor what writers without a clock put there: 1980-01-01 00:00 (APPNOTE 4.4.6). */
    private static boolean tells(long time) {
        return time != 0 && time != CanonicalRecords.TIME;
    }

    private static Finding extraField(int id) {
        return Finding.of(
                "zip.extra-field", Action.REMOVED, Location.wholeFile(), String.format(Locale.ROOT, "0x%04x", id));
    }
}
