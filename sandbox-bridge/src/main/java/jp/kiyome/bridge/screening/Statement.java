package jp.kiyome.bridge.screening;

import jp.kiyome.bridge.asking.Opinion;
import jp.kiyome.core.finding.Untrusted;

/**
 * What one source said of something that belongs to a file.
 *
 * @param sha256 of the bytes that the source was asked about; of an address that of its text
 * @param address that it was asked about; empty unless it was one
 */
public record Statement(Subject subject, String sha256, Untrusted address, Opinion opinion) {

    /** What a source was asked about. */
    public enum Subject {
        /** The file as it came. */
        ORIGINAL,
        /** The file as it was rebuilt. */
        OUTPUT,
        /** A web address that was found in it. */
        ADDRESS
    }
}
