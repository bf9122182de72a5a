package jp.kiyome.office.xls;

import java.util.Optional;

/** Kinds of sheet, by the numbers that BoundSheet8 and BOF have for them ([MS-XLS] 2.4.28, 2.4.21). */
enum SheetKind {
    WORKSHEET(0, 0x10),
    MACRO(1, 0x40),
    CHART(2, 0x20),
    MODULE(6, 0x06);

    /** BOF of what all sheets share. */
    static final int GLOBALS = 0x05;

    private final int listed;
    private final int begun;

    SheetKind(int listed, int begun) {
        this.listed = listed;
        this.begun = begun;
    }

    /** In BoundSheet8. */
    int listed() {
        return listed;
    }

    /** In BOF. */
    int begun() {
        return begun;
    }

    static Optional<SheetKind> ofListed(int number) {
        for (SheetKind kind : values()) {
            if (kind.listed == number) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
