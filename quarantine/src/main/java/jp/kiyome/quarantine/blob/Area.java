package jp.kiyome.quarantine.blob;

import java.util.Locale;

/** Two stores that never mix: on two disks, or two hosts. */
public enum Area {
    /** What came in. */
    ORIGINAL,
    /** What was built anew. */
    CLEANED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
