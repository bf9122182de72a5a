package jp.kiyome.container.zip;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.finding.Refusal;

/** The headers that list an archive's members, in their order (APPNOTE 4.3.12). */
final class CentralDirectory {

    private CentralDirectory() {}

    /** As many as the end record says, and nothing behind them. */
    static List<CentralEntry> read(LittleEndian in, EndRecord end) {
        List<CentralEntry> entries = new ArrayList<>();
        long at = end.directory().at();
        while (at < end.directory().end()) {
            CentralEntry entry = CentralEntry.read(in, at);
            entries.add(entry);
            at = entry.end();
        }
        if (at != end.directory().end() || entries.size() != end.entries()) {
            throw Refusal.of("zip.directory", entries.size() + " of " + end.entries() + " entries up to " + at);
        }
        return entries;
    }
}
