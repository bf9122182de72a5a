package jp.kiyome.office.doc.file;

/** The versions of the FIB, by how many pairs they have ([MS-DOC] 2.5.7 to 2.5.10, 2.5.14). */
public enum FibVersion {
    WORD97(0xC1, 93, 0, 500),
    WORD2000(0xD9, 108, 2, 544),
    WORD2002(0x101, 136, 2, 594),
    WORD2003(0x10C, 164, 2, 616),
    WORD2007(0x112, 183, 5, 674);

    final int number;
    final int pairs;
    final int moreWords;
    private final int settings;

    FibVersion(int number, int pairs, int moreWords, int settings) {
        this.number = number;
        this.pairs = pairs;
        this.moreWords = moreWords;
        this.settings = settings;
    }

    /** The latest that a FIB is as long as. */
    static FibVersion of(int pairs) {
        FibVersion found = WORD97;
        for (FibVersion version : values()) {
            found = version.pairs <= pairs ? version : found;
        }
        return found;
    }

    /** Bytes of the settings (2.7.1). */
    public int settingsSize() {
        return settings;
    }

    /** Whether styles have the numbers that Word 2000 brought. */
    public boolean later() {
        return this != WORD97;
    }
}
