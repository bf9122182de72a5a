package jp.kiyome.image.icc;

import java.util.SortedMap;
import jp.kiyome.image.stream.Bytes;

/**
 * What is kept of a profile.
 *
 * @param version major and minor version, 0x0200 to 0x0440
 * @param deviceClass mntr, scnr, prtr or spac
 * @param labConnection whether the connection space is Lab, else XYZ
 * @param intent rendering intent, 0 to 3
 * @param elements tag data that was checked, by tag
 */
record IccModel(
        int version,
        String deviceClass,
        IccProfile.Space space,
        boolean labConnection,
        int intent,
        SortedMap<String, Bytes> elements) {

    boolean has(String... tags) {
        for (String tag : tags) {
            if (!elements.containsKey(tag)) {
                return false;
            }
        }
        return true;
    }

    Bytes element(String tag) {
        Bytes found = elements.get(tag);
        return found == null ? Bytes.none() : found;
    }
}
