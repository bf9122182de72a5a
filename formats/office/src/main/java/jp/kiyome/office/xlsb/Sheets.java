package jp.kiyome.office.xlsb;

import java.util.ArrayList;
import java.util.List;
import jp.kiyome.core.finding.Refusal;
import jp.kiyome.office.xls.ptg.TokenScope;

/** The sheets of a workbook in their order, and the numbers of those that stay. Not thread-safe. */
final class Sheets {

    private static final int MOST = 1 << 16;

    private final List<SheetEntry> entries = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private int staying;

    void add(SheetEntry entry) {
        if (entries.size() == MOST) {
            throw Refusal.of("xlsb.part", "BrtBundleSh");
        }
        entries.add(entry);
        numbers.add(staying);
        staying += entry.stays() ? 1 : 0;
    }

    SheetEntry get(int old) {
        return entries.get(old);
    }

    List<SheetEntry> all() {
        return List.copyOf(entries);
    }

    boolean stays(int old) {
        return old >= 0 && old < entries.size() && entries.get(old).stays();
    }

    /** The number of a sheet among those that stay; {@link TokenScope#GONE} for one that does not. */
    int reference(int old) {
        return stays(old) ? numbers.get(old) : TokenScope.GONE;
    }

    /** The same; for one that does not stay, that of the first that is shown. */
    int number(int old) {
        if (stays(old)) {
            return numbers.get(old);
        }
        for (int i = 0; i < entries.size(); i++) {
            if (stays(i) && entries.get(i).state() == 0) {
                return numbers.get(i);
            }
        }
        return 0;
    }
}
