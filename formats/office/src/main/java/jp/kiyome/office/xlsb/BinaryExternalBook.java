package jp.kiyome.office.xlsb;

import jp.kiyome.core.finding.Refusal;
import jp.kiyome.core.limit.LimitReached;

/** Parts that tell of another workbook ([MS-XLSB] 2.1.7.25). None is carried; only what is told of them differs. Stateless. */
public final class BinaryExternalBook {

    private static final int BEGIN = 360;
    private static final String BOOK = "active.external-book";

    private BinaryExternalBook() {}

    /** The code under which the part goes: by what it leads to, where that can be read. */
    public static String code(PartSource part) {
        try (RecordStream records = new RecordStream(part)) {
            if (records.next() && records.id() == BEGIN) {
                return switch (records.data().u16()) {
                    case 1 -> "active.dde";
                    case 2 -> "active.ole-link";
                    default -> BOOK;
                };
            }
            return BOOK;
        } catch (LimitReached limit) {
            throw limit;
        } catch (Refusal broken) {
            return BOOK;
        }
    }
}
